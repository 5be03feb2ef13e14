import type { App } from '../../app.ts';
import { MOST_BYTES } from '../../blobs/blobs.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { demandFiles } from '../../chat/files.ts';
import { toPlain } from '../../texts/markup.ts';
import { UserError } from '../../texts/user-error.ts';
import { takeNumber } from '../units/unit-store.ts';
import { correctReport, mayChange } from './change-report.ts';
import { codeOf, PREFIX_OF, type Report } from './report.ts';
import { addFiles } from './report-files.ts';
import { keepReportMessage } from './report-message-store.ts';
import { findReportOfMessage, findSameReport, insertReport } from './report-store.ts';
import { type Reported, understandReport } from './understand-report.ts';

/** How long the same words of the same person are taken for a slip. */
const SAME_WITHIN_HOURS = 24;

/**
 * Records a report and gives it its code. A message that was changed changes the report it made.
 * @throws UserError when the same words were just recorded, and it was not said that they are meant again
 */
export async function recordReport(
  app: App,
  call: Call,
  reported: Reported,
  again: boolean,
): Promise<{ report: Report; isNew: boolean }> {
  const unit = unitOf(call);
  const earlier = await editedReport(app, call);
  if (earlier?.kind === reported.kind) {
    mayChange(call.caller, earlier);
    const files = demandFiles(call, call.attached, MOST_BYTES);
    const report = await correctReport(app, unit, earlier, reported, call.caller);
    await addFiles(app, report, files);
    return { report, isNew: false };
  }
  if (!again) await refuseSame(app, call, reported);
  const files = demandFiles(call, call.attached, MOST_BYTES);
  const { personId, name, channelId } = call.caller;
  const today = call.now.toPlainDate();
  const { day, ...understood } = understandReport(reported, today);
  const source = sourceOf(call.incoming);
  const report: Report = {
    ...understood,
    owner: understood.owner ?? source?.author,
    date: day?.date ?? today,
    dateOpen: day?.sure === false,
    byHand: [],
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
  if (call.messageId !== undefined)
    await keepReportMessage(app.db, { channelId, messageId: call.messageId, reportId: report.id });
  return { report, isNew: true };
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

/** Whose message the report was made of. */
function sourceOf(incoming: Call['incoming']): Report['source'] {
  return incoming.kind === 'message' ? incoming.about : undefined;
}
