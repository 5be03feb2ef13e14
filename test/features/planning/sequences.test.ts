import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { formatMoment } from '../../../src/texts/format.ts';
import { toPlain } from '../../../src/texts/markup.ts';
import { liveUntil } from '../../support/live-until.ts';
import { howMany } from '../../support/soak.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

/** People were reminded of two sessions in May: so many days after the first day of the rule. */
const OFFSETS = [0, 14] as const;
const PEOPLE = ['An', 'Binh', 'Hoa'] as const;
const ANSWERS = { present: 'dự', unsure: 'chưa chắc' } as const;

type Answer = keyof typeof ANSWERS;
type Session = {
  code: string;
  offset: number;
  start: string;
  state: 'on' | 'off';
  /** It stands where an administrator put it. */
  byHand: boolean;
  movedFrom: string | undefined;
  answers: Map<string, Map<string, Answer>>;
};
type Model = { day: number; hour: number; sessions: Session[] };

const which = fc.constantFrom(0, 1);
const day = fc.constantFrom(6, 8, 10);
const hour = fc.constantFrom(18, 20);
const anyStep = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), which, day, hour }),
  fc.record({ kind: fc.constant('cancel' as const), which }),
  fc.record({ kind: fc.constant('restore' as const), which }),
  fc.record({ kind: fc.constant('edit' as const), day, hour }),
  fc.record({
    kind: fc.constant('answer' as const),
    which,
    who: fc.constantFrom(...PEOPLE),
    answer: fc.constantFrom<Answer>('present', 'unsure'),
  }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

it('whatever is done to sessions and their series, the channel is told what changes for it, and answers are of the day', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 8, maxLength: 20, size: 'max' }), async (steps) => {
      const chat = await startReminded();
      const model: Model = { day: 8, hour: 20, sessions: OFFSETS.map(announced) };
      try {
        for (const step of steps) {
          const before = chat.posts().length;
          const told = tell(model, step);
          await take(chat, step);
          await chat.pass(1);
          expect(chat.posts().slice(before), JSON.stringify(step)).toEqual(told);
          expect(reminders(chat)).toEqual(model.sessions.map(reads));
        }
        for (const line of calendar(model)) expect(await privately(chat, '/lich')).toMatch(line);
      } finally {
        await chat.stop();
      }
    }),
    { numRuns: howMany({ usually: 5, soaking: 80 }) },
  );
});

async function startReminded(): Promise<TestChat> {
  const chat = await startLinkedChat({ now: '2026-04-23T08:00:00+07:00' });
  await privately(chat, 'xin chào');
  for (const who of PEOPLE) await chat.says(who, '/lich');
  await chat.says('Quantri', `/nhaclich 20h ${days(8)} hằng tháng Họp, trước 14 ngày và 28 ngày`);
  await chat.presses('Quantri', 'Đúng, đặt lịch');
  await liveUntil(chat, '2026-04-25T08:00');
  return chat;
}

function days(day: number): string {
  return `ngày ${OFFSETS.map((offset) => day + offset).join(', ')}`;
}

function announced(offset: number, index: number): Session {
  return {
    code: `SH${index + 1}`,
    offset,
    start: at(8 + offset, 20),
    state: 'on',
    byHand: false,
    movedFrom: undefined,
    answers: new Map(),
  };
}

function at(day: number, hour: number): string {
  return new Temporal.PlainDateTime(2026, 5, day, hour).toString();
}

async function take(chat: TestChat, step: Step): Promise<void> {
  if (step.kind === 'answer') {
    await chat.says(step.who, `/diemdanh SH${step.which + 1} ${ANSWERS[step.answer]}`, { privately: true });
    return;
  }
  if (step.kind === 'edit') {
    const answer = await privately(chat, `/sualich NL1 ${step.hour}h ${days(step.day)} hằng tháng`);
    if (!answer.includes('vốn đã như vậy')) await chat.presses('Quantri', 'Đúng, sửa lịch', 'quantri');
    return;
  }
  const code = `SH${step.which + 1}`;
  if (step.kind === 'cancel') await privately(chat, `/huybuoi ${code}`);
  if (step.kind === 'restore') await privately(chat, `/giubuoi ${code}`);
  if (step.kind === 'move')
    await privately(chat, `/doilich ${code} ${step.hour}h ngày ${step.day + (OFFSETS[step.which] ?? 0)}/5`);
}

function privately(chat: TestChat, line: string): Promise<string> {
  return chat.says('Quantri', line, { privately: true });
}

/** Does to the model what a step does; gives the lines that the channel is to hear of it. */
function tell(model: Model, step: Step): string[] {
  if (step.kind === 'edit') return edit(model, step);
  const session = model.sessions[step.which];
  if (!session) return [];
  if (step.kind === 'answer') {
    if (session.state === 'on') answersOn(session).set(step.who, step.answer);
    return [];
  }
  if (step.kind === 'move') return move(session, at(step.day + session.offset, step.hour), model);
  if ((step.kind === 'cancel') === (session.state === 'off')) return [];
  session.state = step.kind === 'cancel' ? 'off' : 'on';
  if (step.kind === 'cancel') return [`${session.code} – Họp, ${moment(session.start)}: đã hủy.`];
  if (!session.movedFrom) session.start = byRule(session, model);
  session.byHand = session.start !== byRule(session, model);
  return [[`${session.code} – Họp vẫn diễn ra: ${moment(session.start)}.`, ...anew(session)].join('\n')];
}

function edit(model: Model, { day, hour }: { day: number; hour: number }): string[] {
  if (model.day === day && model.hour === hour) return [];
  Object.assign(model, { day, hour });
  return model.sessions.flatMap((session) => {
    const from = session.start;
    if (session.state === 'off' || session.byHand || from === byRule(session, model)) return [];
    session.start = byRule(session, model);
    // It follows its series again: that is all there is to say of it.
    session.movedFrom = undefined;
    return [movedLine(session, from)];
  });
}

function move(session: Session, to: string, model: Model): string[] {
  const from = session.start;
  if (session.state === 'on' && from === to) return [];
  const first = session.movedFrom ?? from;
  session.byHand = to !== byRule(session, model);
  session.movedFrom = session.byHand && to !== first ? first : undefined;
  Object.assign(session, { start: to, state: 'on' });
  return [movedLine(session, from)];
}

function movedLine(session: Session, from: string): string {
  return [
    `${session.code} – Họp: dời từ ${moment(from)} sang ${moment(session.start)}.`,
    ...anew(session),
  ].join('\n');
}

function byRule({ offset }: Session, { day, hour }: Model): string {
  return at(day + offset, hour);
}

function answersOn(session: Session): Map<string, Answer> {
  const date = session.start.slice(0, 10);
  const answers = session.answers.get(date) ?? new Map<string, Answer>();
  session.answers.set(date, answers);
  return answers;
}

function anew(session: Session): string[] {
  const now = answersOn(session);
  const ever = new Set([...session.answers.values()].flatMap((answers) => [...answers.keys()]));
  const n = [...ever].filter((who) => !now.has(who)).length;
  return n === 0
    ? []
    : [`Đã đổi ngày: ${n} người trả lời cho ngày khác, không tính cho ngày này. Mời trả lời lại.`];
}

function moment(start: string): string {
  return formatMoment(Temporal.PlainDateTime.from(start).toZonedDateTime('Asia/Ho_Chi_Minh'), 'vi');
}

/** The reminder of a session as it is to read. */
function reads(session: Session): string {
  const { start, state, movedFrom } = session;
  if (state === 'off') return `🔔 Họp\nBuổi ${moment(start)} đã hủy.`;
  const said = [...answersOn(session).values()];
  const count = (answer: Answer) => said.filter((each) => each === answer).length;
  return [
    `Thời gian: ${moment(start)}`,
    ...(movedFrom === undefined ? [] : [`Dời từ: ${moment(movedFrom)}`]),
    ...(said.length === 0
      ? []
      : [`Báo dự: ${count('present')} · vắng có lý do: 0 · chưa chắc: ${count('unsure')}`]),
    ...anew(session),
  ].join('\n');
}

/** How the reminders in the channel read, without the first line of those that say when. */
function reminders({ platform }: TestChat): string[] {
  return platform.posted
    .filter(({ channel, message }) => channel === 'nhom' && message.subject?.startsWith('session:'))
    .map(({ message }) => toPlain(message.text).replace(/^🔔.*\n(?=Thời gian)/, ''));
}

/** The sessions of the model as the calendar says when they are. */
function calendar({ sessions }: Model): RegExp[] {
  return sessions.map(
    ({ start, state, code }) =>
      new RegExp(`${moment(start)}: Họp${state === 'off' ? '.*đã hủy' : '(?!.*đã hủy)'}.*${code}`),
  );
}
