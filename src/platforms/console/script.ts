import { Temporal } from 'temporal-polyfill';

/** A line typed into the terminal chat. */
export type ScriptLine =
  | { kind: 'says'; speaker: string; text: string }
  | { kind: 'presses'; speaker: string; number: number }
  | { kind: 'passes'; length: Temporal.Duration | undefined }
  | { kind: 'asks-time' }
  | { kind: 'starts-afresh' }
  | { kind: 'unknown' }
  | { kind: 'nothing' };

const NAMED = /^\s*([\p{L}\p{M}][\p{L}\p{M}\d ._-]{0,30}?)\s*:(?!\/\/)\s*(.*)$/su;
const PRESS = /^\[\s*(\d{1,3})\s*\]$/;
const LENGTH = /^(\d{1,4})\s*(\p{L}+)$/u;

type LengthUnit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months';

const LENGTHS: readonly [readonly string[], LengthUnit][] = [
  [['phút', 'phut', 'p', 'm', 'min', 'minutes', 'minute'], 'minutes'],
  [['giờ', 'gio', 'tiếng', 'tieng', 'h', 'hours', 'hour'], 'hours'],
  [['ngày', 'ngay', 'd', 'days', 'day'], 'days'],
  [['tuần', 'tuan', 'w', 'weeks', 'week'], 'weeks'],
  [['tháng', 'thang', 'months', 'month'], 'months'],
];

/** `an: /viectot …` speaks as An; a line with no name goes on as the last speaker. */
export function readScriptLine(line: string, lastSpeaker: string): ScriptLine {
  const whole = line.trim();
  if (whole === '' || whole.startsWith('#')) return { kind: 'nothing' };
  if (whole.startsWith(':')) return readControl(whole);
  const [, name, said] = /^[/[／]/.test(whole) ? [] : (NAMED.exec(whole) ?? []);
  const speaker = name ?? lastSpeaker;
  const text = (said ?? whole).trim();
  const press = PRESS.exec(text);
  if (press) return { kind: 'presses', speaker, number: Number(press[1]) };
  return text === '' ? { kind: 'nothing' } : { kind: 'says', speaker, text };
}

function readControl(text: string): ScriptLine {
  const [name = '', ...rest] = text.slice(1).trim().split(/\s+/);
  if (['qua', 'pass'].includes(name)) return { kind: 'passes', length: readLength(rest.join(' ')) };
  if (['gio', 'giờ', 'time'].includes(name)) return { kind: 'asks-time' };
  if (['moi', 'mới', 'new'].includes(name)) return { kind: 'starts-afresh' };
  return { kind: 'unknown' };
}

function readLength(text: string): Temporal.Duration | undefined {
  const [, count, word] = LENGTH.exec(text.normalize('NFC').trim().toLowerCase()) ?? [];
  const unit = LENGTHS.find(([words]) => words.includes(word ?? ''))?.[1];
  return unit && count !== undefined ? Temporal.Duration.from({ [unit]: Number(count) }) : undefined;
}
