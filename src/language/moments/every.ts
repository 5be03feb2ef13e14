import {
  after,
  both,
  figures,
  followedBy,
  longest,
  map,
  mark,
  maybe,
  meaning,
  nothing,
  oneOf,
  says,
  unless,
} from '../grammar/grammar.ts';
import { loneNumber } from '../grammar/numbers.ts';
import type { Reader } from '../grammar/reader.ts';
import { type PartOfDay, partOfDay } from './clock.ts';
import type { EverySaid, Slots } from './slots.ts';
import { weekdaysSaid } from './weekdays.ts';

type Unit = EverySaid['unit'];

const unit: Reader<Unit> = meaning(
  new Map<Unit, readonly string[]>([
    ['day', ['ngày', 'hôm', 'day', 'days']],
    ['week', ['tuần', 'tuần lễ', 'week', 'weeks']],
    ['month', ['tháng', 'month', 'months']],
    ['quarter', ['quý', 'quí', 'quarter', 'quarters']],
    ['year', ['năm', 'year', 'years']],
  ]),
);

const eachWord = says('hằng', 'hàng', 'mỗi', 'từng', 'mọi', 'cứ mỗi', 'every', 'each');
const occasions = says('lần', 'buổi', 'kỳ', 'phiên', 'cuộc');

/** "mỗi tuần một câu chuyện đẹp" is a title, "mỗi tuần một lần" says how often. */
const oneOfSomething = both(says('một'), unless(nothing, occasions));

const each: Reader<EverySaid> = longest(
  map(unless(after(eachWord, unit), oneOfSomething), (said) => every(said)),
  map(says('các tháng'), () => every('month')),
  map(says('các tuần'), () => every('week')),
  map(says('các quý'), () => every('quarter')),
  map(both(unit, says('nào cũng')), ([said]) => every(said)),
);

const once = oneOf<unknown>(both(says('một', '1'), occasions), both(mark('/'), occasions));

const everyFew: Reader<EverySaid> = longest(
  // "hai tuần một lần", "2 tuần/lần", "tháng một lần"
  map(
    both(
      both(after(maybe(says('cứ', 'mỗi', 'cứ mỗi')), maybe(loneNumber)), unit),
      after(maybe(says('họp')), once),
    ),
    ([[count, said]]) => every(said, count),
  ),
  // "mỗi 2 tuần", "every 2 weeks"
  map(
    both(
      after(
        says('mỗi', 'cứ', 'cứ mỗi', 'cứ sau', 'every'),
        oneOf(
          loneNumber,
          map(says('two'), () => 2),
        ),
      ),
      unit,
    ),
    ([count, said]) => every(said, count),
  ),
  // "một lần mỗi tháng", "2 lần/tháng", "mỗi tháng 2 lần"
  map(
    after(
      both(loneNumber, occasions),
      after(oneOf<unknown>(says('mỗi', 'một', 'trong một', 'trong'), mark('/')), unit),
    ),
    (said) => every(said),
  ),
  map(both(after(maybe(eachWord), unit), both(loneNumber, occasions)), ([said]) => every(said)),
);

const other = meaning(
  new Map<Unit, readonly string[]>([
    ['day', ['cách ngày', 'ngày cách ngày', 'cách một ngày', 'cách 1 ngày', 'cách nhật', 'every other day']],
    [
      'week',
      ['cách tuần', 'tuần cách tuần', 'cách một tuần', 'cách 1 tuần', 'every other week', 'fortnightly'],
    ],
    ['month', ['cách tháng', 'tháng cách tháng', 'cách một tháng', 'cách 1 tháng', 'every other month']],
    ['year', ['cách năm', 'năm cách năm', 'every other year']],
  ]),
);

/** "weekly 9am Wed", "quarterly on the 15th"; of a "weekly meeting" it is the name. */
const inOneWord: Reader<EverySaid> = followedBy(
  map(
    meaning(
      new Map<Unit, readonly string[]>([
        ['day', ['daily']],
        ['week', ['weekly']],
        ['month', ['monthly']],
        ['quarter', ['quarterly']],
        ['year', ['yearly', 'annually']],
      ]),
    ),
    (said) => every(said),
  ),
  oneOf<unknown>(figures(), says('on', 'at', 'from', 'until', 'every'), weekdaysSaid),
);

/** "mỗi tháng họp một lần": what was said already. */
export const onceSaid: Reader<Slots> = map(both(says('một', '1'), occasions), () => ({}));

const halfYear = map(says('nửa năm một lần', 'nửa năm 1 lần', 'mỗi nửa năm'), () => every('month', 6));

const howOften: Reader<Slots> = map(
  longest(
    each,
    everyFew,
    map(other, (said) => every(said, 2)),
    halfYear,
    inOneWord,
  ),
  (said) => ({ every: said }),
);

/** "mỗi sáng", "tối nào cũng", "hằng đêm". */
const partOfEveryDay: Reader<PartOfDay> = oneOf(
  after(eachWord, partOfDay),
  map(both(partOfDay, says('nào cũng')), ([part]) => part),
);

const repeated = oneOf(says('mỗi', 'mọi', 'các', 'hằng', 'hàng', 'every', 'each'));

/** "mỗi thứ 6", "các tối thứ 6", "every Friday", "thứ 6 nào cũng". */
const everyWeekday: Reader<Slots> = longest<Slots>(
  map(after(repeated, both(maybe(partOfDay), weekdaysSaid)), ([part, days]) => ({
    ...days,
    repeats: true,
    ...(part && { part }),
  })),
  map(both(weekdaysSaid, says('nào cũng')), ([days]) => ({ ...days, repeats: true })),
  map(after(says('every other'), weekdaysSaid), (days) => ({ ...days, every: every('week', 2) })),
);

/** How often: "hằng tháng", "hai tuần một lần", "cách tuần", "mỗi sáng", "mỗi thứ 6". */
export const everySaid: Reader<Slots> = longest<Slots>(
  howOften,
  map(partOfEveryDay, (part) => ({ every: every('day'), part })),
  everyWeekday,
);

function every(unit: Unit, count = 1): EverySaid {
  return { unit, count };
}
