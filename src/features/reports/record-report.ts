import { createHash } from 'node:crypto';
import type { App } from '../../app.ts';
import { MOST_BYTES } from '../../blobs/blobs.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { demandFiles } from '../../chat/files.ts';
import { postedIn } from '../../chat/incoming.ts';
import { toPlain } from '../../texts/markup.ts';
import { UserError } from '../../texts/user-error.ts';
import { takeNumber } from '../units/unit-store.ts';
import { correctReport, isSaidAlready, mayChange } from './change-report.ts';
import { codeOf, PREFIX_OF, type Report } from './report.ts';
import { addFiles } from './report-files.ts';
import { digestOfMessage, forgetDigest, keepDigest, keepReportMessage } from './report-message-store.ts';
import { findReportOfMessage, findSameReport, insertReport } from './report-store.ts';
import { type Reported, understandReport } from './understand-report.ts';

/** How long the same words of the same person are taken for a slip. */
const SAME_WITHIN_HOURS = 24;

/**
 * Records a report and gives it its code. A message that was changed changes the report it made; nothing where it
 * says what it said before, as Telegram reports a change for much else.
 * @throws UserError when the same words were just recorded, and it was not said that they are meant again
 */
export async function recordReport(
  app: App,
  call: Call,
  reported: Reported,
  again: boolean,
): Promise<{ report: Report; isNew: boolean } | undefined> {
  const unit = unitOf(call);
  const earlier = await editedReport(app, call);
  if (earlier && earlier.unitId !== unit.id) throw new UserError('report.of_other_unit');
  if (earlier && (await saysTheSame(app, call, earlier, reported))) return undefined;
  if (earlier?.kind === reported.kind) {
    mayChange(call.caller, earlier);
    const files = demandFiles(call, call.attached, MOST_BYTES);
    const report = await correctReport(app, unit, earlier, reported, call.caller);
    await addFiles(app, report, files);
    await noteMessage(app, call, report);
    return { report, isNew: false };
  }
  await demandNewSource(app, call);
  if (!again) await refuseSame(app, call, reported);
  const files = demandFiles(call, call.attached, MOST_BYTES);
  const { personId, name, channelId } = call.caller;
  const today = call.now.toPlainDate();
  const { named, ...understood } = understandReport(reported, today);
  const source = sourceOf(call.incoming);
  const report: Report = {
    ...understood,
    owner: understood.owner ?? source?.author,
    date: named ?? today,
    id: app.newId(),
    unitId: unit.id,
    kind: reported.kind,
    code: {
      prefix: PREFIX_OF[reported.kind],
      number: await takeNumber(app.db, unit.id, PREFIX_OF[reported.kind]),
    },
    text: reported.text,
    title: reported.title,
    state: 'proposed',
    returnReason: undefined,
    reporterId: personId,
    reporterName: name,
    channelId,
    messageId: call.messageId,
    source,
    createdAt: app.clock.now(),
  };
  await insertReport(app.db, report);
  await addFiles(app, report, files);
  const recorded = recordedMessage(call.incoming);
  if (recorded !== undefined)
    await keepReportMessage(app.db, { channelId, messageId: recorded, reportId: report.id });
  await noteMessage(app, call, report);
  return { report, isNew: true };
}

/** From now on the message of the report changes it. */
async function noteMessage(app: App, call: Call, { id: reportId }: Report): Promise<void> {
  const { messageId, caller, incoming } = call;
  if (messageId === undefined) return;
  const message = { channelId: caller.channelId, messageId };
  await keepReportMessage(app.db, { ...message, reportId });
  // Where a press recorded it, the message may have been changed since it was last taken down.
  if (postedIn(incoming) === messageId) await keepDigest(app.db, message, digestOf(call));
  else await forgetDigest(app.db, message);
}

function digestOf({ incoming, attached }: Call): string {
  const text = incoming.kind === 'message' ? incoming.text : '';
  const files = attached.map(({ name, size }) => [name, size]);
  return createHash('sha256')
    .update(JSON.stringify([text, files]))
    .digest('hex');
}

/** Whether the changed message says what it said when it made the report, or last changed it. */
async function saysTheSame(app: App, call: Call, earlier: Report, reported: Reported): Promise<boolean> {
  const { messageId, caller, attached } = call;
  if (messageId === undefined) return false;
  const said = await digestOfMessage(app.db, { channelId: caller.channelId, messageId });
  if (said !== undefined) return said === digestOf(call);
  return attached.length === 0 && earlier.kind === reported.kind && isSaidAlready(earlier, reported);
}

/** The report of the message that was changed. */
async function editedReport(app: App, { incoming, caller, messageId }: Call): Promise<Report | undefined> {
  if (incoming.kind !== 'message' || !incoming.edited || messageId === undefined) return undefined;
  return findReportOfMessage(app.db, caller.channelId, messageId);
}

/** @throws UserError asking whether the same words were meant twice */
async function refuseSame(app: App, call: Call, { kind, text }: Reported): Promise<void> {
  const since = app.clock.now().subtract({ hours: SAME_WITHIN_HOURS });
  const same = { unitId: unitOf(call).id, reporterId: call.caller.personId, kind, text, since };
  const found = await findSameReport(app.db, same);
  if (!found) return;
  const anyway = toPlain(call.t('button.record_anyway'));
  const stop = toPlain(call.t('button.stop'));
  throw new UserError('report.same', { code: codeOf(found) }).about('again', [anyway, stop]);
}

/**
 * Somebody's message makes one report, whoever records it.
 * @throws UserError when it has made one, or is no person's
 */
export async function demandNewSource(app: App, call: Call): Promise<void> {
  const { incoming, caller } = call;
  const messageId = recordedMessage(incoming);
  if (messageId === undefined) return;
  if (incoming.kind === 'message' && incoming.replyTo?.byBot) throw new UserError('report.of_bot');
  const made = await findReportOfMessage(app.db, caller.channelId, messageId);
  if (made && made.unitId === unitOf(call).id && made.state !== 'withdrawn')
    throw new UserError('report.same_message', { code: codeOf(made) });
}

/** The message of somebody that is recorded by pointing at it. */
function recordedMessage(incoming: Call['incoming']): string | undefined {
  if (incoming.kind !== 'message' || !incoming.about) return undefined;
  return incoming.replyTo?.messageId;
}

/** Whose message the report was made of. */
function sourceOf(incoming: Call['incoming']): Report['source'] {
  return incoming.kind === 'message' ? incoming.about : undefined;
}
