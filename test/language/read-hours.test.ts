import { describe, expect, it } from 'vitest';
import { readHours } from '../../src/language/read-clock.ts';

describe('two hours, from one to the other', () => {
  it.each([
    ['22h-6h', '22:00', '06:00'],
    ['từ 22h đến 5h30', '22:00', '05:30'],
    ['tu 22h toi 6h', '22:00', '06:00'],
    ['22-6', '22:00', '06:00'],
    ['22:00 – 06:00', '22:00', '06:00'],
    ['22 giờ 30 đến 6 giờ.', '22:30', '06:00'],
    ['22g tới 6g', '22:00', '06:00'],
    ['10h tối - 5h sáng', '22:00', '05:00'],
    ['9 rưỡi tối đến 24h', '21:30', '00:00'],
    ['12h đêm đến 6h', '00:00', '06:00'],
    ['10 pm to 6 am', '22:00', '06:00'],
  ])('“%s” are %s and %s', (text, from, to) => {
    const hours = readHours(text);
    expect([hours?.from, hours?.to].map((time) => time?.toString({ smallestUnit: 'minute' }))).toEqual([
      from,
      to,
    ]);
  });

  it.each(['22h', '25h-6h', '22h - 6h75', '22h - 6h và hơn nữa', 'đêm', ''])('“%s” are none', (text) => {
    expect(readHours(text)).toBeUndefined();
  });
});
