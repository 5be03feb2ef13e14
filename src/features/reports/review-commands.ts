import { z } from 'zod';
import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { type Code, codeAnd, readCode, readCodes, writeCode } from '../../chat/codes.ts';
import { type Answer, argument, type Command, defineCommand, refTo } from '../../chat/command.ts';
import type { Button, Message } from '../../chat/message.ts';
import { readLine } from '../../chat/read-line.ts';
import { joinMarkup, type Markup, toPlain } from '../../texts/markup.ts';
import { UserError } from '../../texts/user-error.ts';
import { completeWaiting } from './complete.ts';
import { quote } from './receipt.ts';
import { codeOf, headingOf, type Report } from './report.ts';
import { proposedReports } from './report-store.ts';
import { returnReport, verifyReport } from './review-report.ts';

// As many as the buttons of a phone show, and as the line of the button for all of them can carry.
const MOST_IN_QUEUE = 6;
const LONGEST_REASON = 500;

const waiting = defineCommand({
  name: 'choduyet',
  accented: 'chờ-duyệt',
  aliases: ['queue'],
  summary: 'review.queue_summary',
  example: 'review.queue_example',
  access: 'coordinator',
  run: queue,
});

const verify = defineCommand({
  name: 'duyet',
  accented: 'duyệt',
  aliases: ['verify'],
  summary: 'review.verify_summary',
  example: 'review.verify_example',
  access: 'coordinator',
  arguments: () => z.object({ codes: argument(readCodes) }),
  ask: { codes: 'review.ask_codes' },
  complete: { codes: completeWaiting },
  run: async (app, call, { codes }) => {
    const { text, ref } = await verifyAll(app, call, codes);
    if (call.incoming.kind !== 'press') return { text, ref };
    const rest = await queue(app, call);
    return { ...rest, text: joinMarkup([text, rest.text], '\n\n'), inPlace: true, ref };
  },
});

const sendBack = defineCommand({
  name: 'tralai',
  accented: 'trả-lại',
  aliases: ['return'],
  summary: 'review.return_summary',
  example: 'review.return_example',
  access: 'coordinator',
  arguments: () => z.object({ code: argument(readCode), reason: argument(readReturnReason) }),
  ask: { code: 'report.ask_code', reason: 'review.ask_reason' },
  complete: { code: completeWaiting },
  read: codeAnd('reason'),
  run: async (app, call, { code, reason }) => {
    const report = await returnReport(app, unitOf(call).id, code, reason, call.caller.personId);
    const words = { code: codeOf(report), name: report.reporterName };
    return { text: call.t('review.returned', words), ref: words.code };
  },
});

export const reviewCommands: readonly Command[] = [waiting, verify, sendBack];

/** What waits to be reviewed, oldest first, with buttons. */
async function queue(app: App, call: Call): Promise<Message> {
  const { t } = call;
  const { reports, count } = await proposedReports(app.db, unitOf(call).id, MOST_IN_QUEUE);
  if (count === 0) return { text: t('review.queue_empty'), aside: true };
  const lines = reports.map((report) =>
    t('review.line', {
      code: codeOf(report),
      heading: quote(headingOf(report), 160),
      owner: report.owner ?? toPlain(t('report.owner_unknown')),
      field: t(`field.${report.field}`),
      reporter: report.reporterName,
    }),
  );
  const codes = reports.map(codeOf).join(' ');
  const all = button(t, 'button.verify_all', `/duyet ${codes}`, { n: reports.length });
  const more = count > reports.length ? [t('list.more', { n: count - reports.length })] : [];
  return {
    text: joinMarkup([t('review.queue', { n: count }), ...lines, ...more]),
    aside: true,
    buttons: [
      ...reports.map((report) => reviewButtons(report, call)),
      ...(reports.length > 1 ? [[all]] : []),
    ],
  };
}

function reviewButtons(report: Report, { t }: Call): Button[] {
  const code = codeOf(report);
  return [
    button(t, 'button.verify', `/duyet ${code}`, { code }),
    button(t, 'button.return', `/tralai ${code}`, { code }),
  ];
}

/** Verifies each of the codes; what cannot be verified is said, and holds up none of the others. */
async function verifyAll(app: App, call: Call, codes: readonly Code[]): Promise<Answer> {
  const verified: string[] = [];
  const refused: Markup[] = [];
  for (const code of uniqueCodes(codes)) {
    try {
      verified.push(codeOf(await verifyReport(app, unitOf(call).id, code, call.caller.personId)));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refused.push(error.inWords(call.t.language));
    }
  }
  const done = verified.length > 0 ? [call.t('review.verified', { codes: verified.join(', ') })] : [];
  return { text: joinMarkup([...done, ...refused]), ref: refTo(verified) };
}

function uniqueCodes(codes: readonly Code[]): Code[] {
  return [...new Map(codes.map((code) => [writeCode(code), code])).values()];
}

/** @throws UserError when no reason can be read, or too long a one */
function readReturnReason(text: string): string {
  return readLine(text, {
    needs: /\p{L}{2}/u,
    most: LONGEST_REASON,
    none: () => new UserError('review.reason_needed'),
    tooLong: (size) => new UserError('review.reason_too_long', size),
  });
}
