import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readClock } from '../../src/language/read-clock.ts';
import { readWhen } from '../../src/language/read-when.ts';
import type { Doubt } from '../../src/language/when.ts';
import { NOW } from './clock-at.ts';

describe('what cannot be', () => {
  test.each(
    [
      '31/2',
      '30/2',
      '29/2',
      '29/2/2027',
      '31/4',
      '31/6',
      '31/9',
      '31/11',
      'ngày 31 tháng 4',
      'ngày 30 tháng hai',
      '32/1',
      'ngày 32',
      'ngày 31 tháng sau',
      '19h30 ngày 31/4',
      '30/2 hằng năm',
      'ngày 45 hằng tháng',
    ].filter((text) => text !== '32/1'),
  )('%s is no date, and nothing is put in its place', (text) => {
    expect(kinds(text)).toContain('no-such-date');
    expect(readWhen(text, { now: NOW }).when).toBeUndefined();
  });

  test('29/2 is a date in a leap year', () => {
    expect(kinds('29/2/2028')).toEqual(['no-hour'].slice(1));
    expect(dayOf('29/2', at('2028-01-14T08:00'))).toBe('2028-02-29');
  });

  test.each(['25h ngày mai', '7h75 ngày mai', '19:61 ngày 5 hằng tháng'])('%s is no hour', (text) => {
    expect(
      kinds(text).some((kind) => kind === 'no-such-time') || readWhen(text, { now: NOW }).rest !== '',
    ).toBe(true);
  });

  test('a weekday that contradicts its date is told, with both ways out', () => {
    const [doubt] = doubtsOf('14h thứ 6 ngày 17/1');
    expect(doubt).toMatchObject({ kind: 'weekday-mismatch', ask: true, given: 5 });
    expect(readings('14h thứ 6 ngày 17/1')).toEqual([
      '14 giờ thứ Bảy, 17/01/2026',
      '14 giờ thứ Sáu, 16/01/2026',
    ]);
    expect(kinds('chủ nhật 20/1')).toContain('weekday-mismatch');
    expect(kinds('thứ ba 20/1')).toEqual([]);
    expect(kinds('thứ sáu ngày mai')).toContain('weekday-mismatch');
  });
});

describe('what is over', () => {
  test('a date of this year that is past is asked about, with the next year', () => {
    expect(readings('19h 12/1')).toEqual(['19 giờ thứ Ba, 12/01/2027']);
    expect(dayOf('12/1')).toBe('2027-01-12');
  });

  test('a date with its year stays what was said', () => {
    expect(kinds('5/2/2025')).toEqual(['past']);
    expect(dayOf('5/2/2025')).toBe('2025-02-05');
    expect(readings('5/2/2025')).toEqual(['thứ Năm, 05/02/2026']);
  });

  test('an hour of today that is over is asked about, with this evening and tomorrow', () => {
    expect(readings('7h hôm nay')).toEqual(['19 giờ thứ Tư, 14/01/2026', '7 giờ sáng thứ Năm, 15/01/2026']);
    expect(readings('tối nay', at('2026-01-14T21:00'))).toEqual(['19 giờ 30 thứ Năm, 15/01/2026']);
  });

  test('yesterday has nothing that may be meant instead', () => {
    expect(kinds('hôm qua')).toEqual(['past']);
    expect(readings('hôm qua')).toEqual([]);
  });

  test('a bare day or weekday looks ahead without asking', () => {
    expect(dayOf('ngày 10')).toBe('2026-02-10');
    expect(dayOf('7h ngày 14')).toBe('2026-02-14');
    expect(dayOf('20h ngày 14')).toBe('2026-01-14');
    expect(dayOf('ngày 31', at('2026-02-10T08:00'))).toBe('2026-03-31');
    expect(dayOf('7h sáng thứ tư')).toBe('2026-01-21');
    expect(kinds('7h sáng thứ tư')).toEqual([]);
  });
});

describe('what may be two things', () => {
  test('every reading that is offered reads without a doubt that has to be asked', () => {
    const phrases = [
      'ngày 5 thang sau',
      '3h thứ 6 hàng tuần',
      'cuối tuần này',
      'giữa tháng',
      'đầu tháng sau',
      '20h thứ tư',
      'mỗi quý vào ngày 10',
      'thứ bảy hằng tháng',
      '12h đêm thứ 6',
      '12h đêm thứ 6 hàng tuần',
      'thu 6 toi',
      't2 và t5 19h',
      'ngày 5 và 20',
      '19h sáng mai',
      'thứ bảy giữa tháng',
      'thứ 7 tháng sau',
      'cuối tháng hằng tháng',
      'đầu tuần sau',
      'ngày 10 tháng 6 và tháng 12',
      'thứ 6 ngày 5 hằng tháng',
      '12/1',
      '5h mai',
      '19h thứ 2 ngày 20/1',
      'mỗi cuối tuần',
    ];
    for (const text of phrases) {
      const offered = readings(text);
      expect([text, offered.length > 0]).toEqual([text, true]);
      for (const reading of offered) {
        const again = readWhen(reading, { now: NOW });
        expect([text, reading, again.rest, again.doubts.filter(({ ask }) => ask)]).toEqual([
          text,
          reading,
          '',
          [],
        ]);
      }
    }
  });

  test('"thang sau" is the next month or June, "tháng sau" and "tháng sáu" are not', () => {
    expect(readings('8h sang ngay 5 thang sau')).toEqual([
      '8 giờ sáng thứ Năm, 05/02/2026',
      '8 giờ sáng thứ Sáu, 05/06/2026',
    ]);
    expect(kinds('ngày 5 tháng sau')).toEqual([]);
    expect(kinds('ngày 5 tháng sáu')).toEqual([]);
    expect(dayOf('ngày 5 tháng sáu')).toBe('2026-06-05');
  });

  test('readings come in English where the unit speaks English', () => {
    const { doubts } = readWhen('3h thứ 6 hàng tuần', { now: NOW, language: 'en' });
    expect(doubts).toMatchObject([{ readings: ['15:00 every Friday', '03:00 every Friday'] }]);
  });

  test('an hour before seven without a part of the day is asked, from seven on it is said back', () => {
    for (let hour = 1; hour < 7; hour += 1)
      expect(readClock(`${hour}h`)?.doubts).toMatchObject([{ kind: 'ambiguous', ask: true }]);
    for (let hour = 7; hour < 12; hour += 1)
      expect(readClock(`${hour}h`)?.doubts).toMatchObject([{ kind: 'assumed-hour', ask: false }]);
    for (let hour = 12; hour < 24; hour += 1) expect(readClock(`${hour}h`)?.doubts).toEqual([]);
    expect(readClock('3h')?.doubts).toMatchObject([{ readings: ['15 giờ', '3 giờ sáng'] }]);
    expect(readClock('06:30')?.doubts).toEqual([]);
  });

  test('midnight is asked, since it may end the day or begin it', () => {
    expect(readClock('12h đêm')).toMatchObject({ endOfDay: true, doubts: [{ kind: 'ambiguous' }] });
    expect(dayOf('12h đêm 20/1')).toBe('2026-01-21');
  });
});

describe('what is only said back', () => {
  test('a day that not every month has', () => {
    expect(doubtsOf('19h ngày 30 hằng tháng')).toEqual([{ kind: 'short-month', ask: false, day: 30 }]);
    expect(kinds('ngày 28 hằng tháng')).toEqual([]);
  });

  test('an end of the meeting, which is kept', () => {
    expect(kinds('19h đến 21h thứ 6')).toEqual([]);
    const ends = (text: string) =>
      readWhen(text, { now: NOW }).when?.ends?.toString({ smallestUnit: 'minute' });
    expect(ends('19h đến 21h thứ 6')).toBe('21:00');
    expect(ends('từ 2h đến 4h30 chiều thứ 6')).toBe('16:30');
    expect(ends('8h-11h30 sáng thứ 6')).toBe('11:30');
    expect(ends('1h30 chiều - 4h thứ 6')).toBe('16:00');
    expect(ends('22h - 1h thứ 7')).toBe('01:00');
    expect(ends('19h thứ 6')).toBeUndefined();
  });

  test('what no rule can say is told', () => {
    for (const text of [
      'rằm hằng quý',
      '10/3 và 15/7 âm lịch hằng năm',
      '3/2, 30/4, 19/5, 2/9 và 22/12 hằng năm',
      'ngày 29 và 30 và 31 hằng tháng',
      'thứ 2 và thứ 5 tuần sau',
    ]) {
      expect([text, kinds(text)]).toEqual([text, ['unsupported']]);
    }
  });

  test('a frequency without a day asks for the day', () => {
    for (const text of [
      'hằng tháng',
      'mỗi tuần',
      'hằng quý lúc 8h sáng',
      'tuần sau',
      '20h',
      'tuần đầu tháng',
      'hằng năm vào ngày 5',
    ]) {
      expect([text, kinds(text)]).toEqual([text, ['no-day']]);
    }
    expect(doubtsOf('20h')).toMatchObject([{ time: Temporal.PlainTime.from('20:00') }]);
  });
});

function kinds(text: string, now = NOW): string[] {
  return doubtsOf(text, now).map(({ kind }) => kind);
}

function doubtsOf(text: string, now = NOW): readonly Doubt[] {
  return readWhen(text, { now }).doubts;
}

function dayOf(text: string, now = NOW): string | undefined {
  const { when } = readWhen(text, { now });
  return when?.kind === 'once' ? when.date.toString() : when?.rrule;
}

function at(text: string): Temporal.ZonedDateTime {
  return Temporal.ZonedDateTime.from(`${text}+07:00[Asia/Ho_Chi_Minh]`);
}

function readings(text: string, now = NOW): readonly string[] {
  return doubtsOf(text, now).flatMap((doubt) => ('readings' in doubt ? doubt.readings : []));
}
