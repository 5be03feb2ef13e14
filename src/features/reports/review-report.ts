import type { App } from '../../app.ts';
import type { Call } from '../../chat/call.ts';
import type { Code } from '../../chat/codes.ts';
import { enqueue } from '../../delivery/outbox.ts';
import { LANES } from '../../delivery/pace.ts';
import { toPlain } from '../../texts/markup.ts';
import { translator } from '../../texts/translator.ts';
import { UserError } from '../../texts/user-error.ts';
import { channelWithId } from '../units/channels.ts';
import { change, reportWithCode } from './change-report.ts';
import { quote } from './receipt.ts';
import { codeOf, headingOf, type Report } from './report.ts';

/** @throws UserError when a withdrawn or already verified report is asked for */
export async function verifyReport(app: App, call: Call, code: Code): Promise<Report> {
  const report = await reportWithCode(app, call, code);
  if (report.state === 'withdrawn') throw new UserError('report.is_withdrawn', { code: codeOf(report) });
  if (report.state === 'verified') throw new UserError('review.already_verified', { code: codeOf(report) });
  return change(app, call, report, { state: 'verified', returnReason: undefined }, 'verify');
}

/**
 * Sends a report back to its reporter with a reason.
 * @throws UserError when it has been withdrawn
 */
export async function returnReport(app: App, call: Call, code: Code, reason: string): Promise<Report> {
  const report = await reportWithCode(app, call, code);
  if (report.state === 'withdrawn') throw new UserError('report.is_withdrawn', { code: codeOf(report) });
  const returned = await change(
    app,
    call,
    report,
    { state: 'returned', returnReason: reason },
    'return',
    reason,
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
  const now = app.clock.now();
  await enqueue(
    app.db,
    {
      key: `returned:${report.id}:${now.epochMilliseconds}`,
      platform: channel.platform,
      target: channel.target,
      message: { text, buttons: [[{ label: toPlain(t('button.complete')), line: `/sua ${code}` }]] },
      ...(report.messageId === undefined ? {} : { answers: { messageId: report.messageId } }),
      lane: LANES.due,
      dueAt: now,
    },
    app.newId,
  );
}
