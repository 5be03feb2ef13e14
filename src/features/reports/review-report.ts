import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import type { Code } from '../../chat/codes.ts';
import { LANES } from '../../delivery/pace.ts';
import { translator } from '../../texts/translator.ts';
import { UserError } from '../../texts/user-error.ts';
import { channelWithId } from '../units/channels.ts';
import { accountsOn } from '../units/member-store.ts';
import { postTo } from '../units/post-to.ts';
import { changeReport, reportWithCode } from './change-report.ts';
import { quote } from './receipt.ts';
import { codeOf, headingOf, type Report } from './report.ts';

/** @throws UserError when a withdrawn or already verified report is asked for */
export async function verifyReport(app: App, unitId: string, code: Code, by: string): Promise<Report> {
  const report = await reportWithCode(app, unitId, code);
  if (report.state === 'withdrawn') throw new UserError('report.is_withdrawn', { code: codeOf(report) });
  if (report.state === 'verified') throw new UserError('review.already_verified', { code: codeOf(report) });
  return changeReport(app, report, { state: 'verified', returnReason: undefined }, { action: 'verify', by });
}

/**
 * Sends a report back to its reporter with a reason.
 * @throws UserError when it has been withdrawn
 */
export async function returnReport(
  app: App,
  unitId: string,
  code: Code,
  reason: string,
  by: string,
): Promise<Report> {
  const report = await reportWithCode(app, unitId, code);
  if (report.state === 'withdrawn') throw new UserError('report.is_withdrawn', { code: codeOf(report) });
  const returned = await changeReport(
    app,
    report,
    { state: 'returned', returnReason: reason },
    { action: 'return', by, note: reason },
  );
  await tellReporter(app, returned, reason);
  return returned;
}

/** Tells the reporter, in answer to the message that made the report, where there is one. */
async function tellReporter(app: App, report: Report, reason: string): Promise<void> {
  const channel = await channelWithId(app, report.channelId);
  if (!channel?.open) return;
  const t = translator(channel.language);
  const code = codeOf(report);
  const text = t('review.returned_to_reporter', {
    name: report.reporterName,
    code,
    heading: quote(headingOf(report), 90),
    reason,
  });
  const calls = await accountsOn(app.db, channel.platform, report.reporterId);
  const now = app.clock.now();
  await postTo(app, channel, {
    key: `returned:${report.id}:${now.epochMilliseconds}`,
    message: { text, buttons: [[button(t, 'button.complete', `/sua ${code}`)]], calls },
    ...(report.messageId === undefined ? {} : { answers: { messageId: report.messageId } }),
    lane: LANES.due,
  });
}
