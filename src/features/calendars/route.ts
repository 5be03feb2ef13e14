import { createHash } from 'node:crypto';
import type { HttpRequest, HttpResponse } from '../../http/route.ts';
import type { FeatureRoute } from '../feature.ts';
import { calendarAt } from './address.ts';

const FRESH_SECONDS = 900;

/** The calendar of a unit, for who has been given its address. */
export const calendarRoute: FeatureRoute = {
  name: 'calendar',
  method: 'GET',
  path: /\/calendar\/(?<secret>[\w-]{20,100})\.ics/,
  handle: async (app, { params: { secret = '' }, headers }) => {
    const calendar = await calendarAt(app, secret);
    return calendar === undefined ? undefined : toResponse(calendar, headers);
  },
};

function toResponse(calendar: string, asked: HttpRequest['headers']): HttpResponse {
  const tag = `"${createHash('sha256').update(calendar).digest('base64url').slice(0, 32)}"`;
  const headers = { etag: tag, 'cache-control': `private, max-age=${FRESH_SECONDS}` };
  if (isKnown(asked['if-none-match'], tag)) return { status: 304, headers };
  const about = {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="lich.ics"',
  };
  return { status: 200, headers: { ...headers, ...about }, body: calendar };
}

function isKnown(tags = '', tag: string): boolean {
  return tags.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
}
