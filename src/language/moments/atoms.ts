import { longest, map, mapIf, mark, oneOf, says } from '../grammar/grammar.ts';
import type { Span } from '../grammar/leftover.ts';
import type { Line } from '../grammar/line.ts';
import type { Found, Reader } from '../grammar/reader.ts';
import { boundSaid } from './bounds.ts';
import { clock, clockAwaited, partOfDay } from './clock.ts';
import { datesSaid } from './dates.ts';
import { everySaid, onceSaid } from './every.ts';
import { workingHour } from './hour.ts';
import { lunarSaid } from './lunar-words.ts';
import { bareDaysSaid, monthDaysSaid } from './month-days.ts';
import { monthSaid } from './months.ts';
import { nthAlone, nthSaid } from './nth.ts';
import { relativeDaySaid, shortDaySaid } from './relative-days.ts';
import { shiftSaid } from './shift-words.ts';
import type { Slots } from './slots.ts';
import { weekdaysSaid } from './weekdays.ts';

/** Words of the line that say something about the time, from one token up to another. */
export type Atom = { readonly from: number; readonly to: number; readonly says: Slots };

/** "tháng 3" alone is more often part of a title than of a time. */
const monthAlone: Reader<Slots> = mapIf(monthSaid, (slots) =>
  slots.month?.kind === 'ahead' || slots.month?.kind === 'quarterly' ? slots : undefined,
);

const anywhere: Reader<Slots> = longest<Slots>(
  map(clock, (said) => ({ clock: said })),
  map(workingHour, (said) => ({ workingHour: said })),
  weekdaysSaid,
  monthDaysSaid,
  datesSaid,
  lunarSaid,
  relativeDaySaid,
  nthSaid,
  everySaid,
  boundSaid,
  shiftSaid,
  monthAlone,
  map(partOfDay, (part) => ({ part })),
);

/** What can only be told from a name or an amount where a time is awaited: "mai", "19.30", "15 hằng tháng". */
export const awaited: Reader<Slots> = longest<Slots>(
  anywhere,
  map(clockAwaited, (said) => ({ clock: said })),
  bareDaysSaid,
  nthAlone,
  onceSaid,
  shortDaySaid,
);

const marks = mark(',', '-', '–', '(', ')', ':', '|');

/** What only leads to a time, and says nothing of its own. */
export const introducer: Reader<unknown> = oneOf<unknown>(
  marks,
  says(
    ...[
      'lúc',
      'vào',
      'vào lúc',
      'hồi',
      'của',
      'trong',
      'khoảng',
      'nhằm',
      'đúng',
      'vào đúng',
      'đúng vào',
      'vào các',
    ],
    ...['thời gian', 'thời gian lúc', 'thời gian vào', 'vào khoảng', 'at', 'on', 'of', 'the', 'in', 'và vào'],
  ),
);

/** What may stand between two parts of a time, and in front of it. */
export const connector: Reader<unknown> = oneOf<unknown>(
  introducer,
  says('từ', 'bắt đầu', 'bắt đầu từ', 'bắt đầu lúc', 'bắt đầu vào', 'from', 'starting', 'starting at'),
);

/** "nhân 27/7", "kỷ niệm 3/2", "thương binh 2/4": the figures belong to the word in front of them. */
const bindsFigures = says(
  ...[
    'nhân',
    'niệm',
    'mừng',
    'thương binh',
    'dịp',
    'ứng',
    'tích',
    'số',
    'thị',
    'quyết',
    'định',
    'luận',
    'hạng',
    'trước',
  ],
  ...['tỷ lệ', 'lễ', 'đợt', 'phong trào'],
);

/** Persons and places called Mai. */
const bindsName = says(
  ...[
    'chị',
    'anh',
    'cô',
    'bà',
    'ông',
    'em',
    'bé',
    'chú',
    'bác',
    'dì',
    'cháu',
    'bạn',
    'thị',
    'nhà',
    'thôn',
    'ấp',
    'làng',
  ],
  ...[
    'xã',
    'hoa',
    'cây',
    'bạch',
    'tân',
    'bình',
    'hồng',
    'thanh',
    'ngọc',
    'xuân',
    'tuyết',
    'chi',
    'co',
    'bs',
    'đc',
  ],
);

/** Atoms that stand together, with nothing but connectors between them. */
export type Run = readonly Atom[];

/** All that may be about time, left to right, in runs; `taken` was read as something else. */
export function runsOf(line: Line, taken: readonly Span[] = []): readonly Run[] {
  const others = new Map(taken.map((span) => [span.from, span]));
  const runs: Atom[][] = [];
  let run: Atom[] = [];
  let at = 0;
  let isAwaited = true;
  while (at < line.tokens.length) {
    const other = others.get(at);
    const atom: Atom | undefined = other ? undefined : read(line, at, isAwaited);
    const joint: Found<unknown> | undefined = other || atom ? undefined : connector(line, at);
    if (atom) run.push(atom);
    else if (!joint && run.length > 0) {
      runs.push(run);
      run = [];
    }
    isAwaited =
      atom !== undefined || joint !== undefined || other !== undefined || line.at(at)?.kind === 'mark';
    at = other?.to ?? atom?.to ?? joint?.next ?? at + 1;
  }
  return run.length > 0 ? [...runs, run] : runs;
}

function read(line: Line, at: number, isAwaited: boolean): Atom | undefined {
  const found = (isAwaited ? awaited : anywhere)(line, at);
  if (!found || isName(line, at, found.value) || isFigure(line, at, found.value)) return undefined;
  return { from: at, to: found.next, says: found.value };
}

function isName(line: Line, at: number, slots: Slots): boolean {
  if (slots.ahead === undefined) return false;
  const here = line.at(at);
  return (here?.spelling === 'mai' || here?.spelling === 'mơi') && standsBehind(bindsName, line, at);
}

function standsBehind(reader: Reader<unknown>, line: Line, at: number): boolean {
  return [at - 1, at - 2].some((before) => before >= 0 && reader(line, before)?.next === at);
}

function isFigure(line: Line, at: number, slots: Slots): boolean {
  return slots.dates !== undefined && line.at(at)?.kind === 'number' && standsBehind(bindsFigures, line, at);
}
