import type { HttpResponse } from '../../http/route.ts';
import type { FeatureRoute } from '../feature.ts';
import { calendarAt } from './address.ts';

const FRESH_SECONDS = 900;
/** Calendars ask some times an hour; a unit may have given its address to many. */
const MOST_A_MINUTE = 60;

/** The calendar of a unit, for who has been given its address. */
export const calendarRoute: FeatureRoute = {
  name: 'calendar',
  method: 'GET',
  path: /\/calendar\/(?<secret>[\w-]{20,100})\.ics/,
  mostAMinute: MOST_A_MINUTE,
  handle: async (app, { params: { secret = '' }, headers: asked }): Promise<HttpResponse | undefined> => {
    const calendar = await calendarAt(app, secret);
    if (!calendar) return undefined;
    const headers = { etag: calendar.tag, 'cache-control': `private, max-age=${FRESH_SECONDS}` };
    if (isKnown(asked['if-none-match'], calendar.tag)) return { status: 304, headers };
    const about = {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="lich.ics"',
    };
    return { status: 200, headers: { ...headers, ...about }, body: await calendar.body() };
  },
};

function isKnown(tags = '', tag: string): boolean {
  return tags.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
}
