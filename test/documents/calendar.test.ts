import fc from 'fast-check';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, writeCalendar } from '../../src/documents/calendar.ts';

const start = Temporal.Instant.from('2026-12-05T12:30:00Z');
const entry: CalendarEntry = {
  uid: '019a-1',
  sequence: 0,
  changedAt: Temporal.Instant.from('2026-11-22T01:00:00Z'),
  start,
  minutes: 120,
  summary: 'Sinh hoạt chi bộ',
  location: 'nhà văn hóa ấp 2; tầng 1, phòng 3',
  description: 'Chuyên đề: Học tập Di chúc\nTài liệu: https://a.vn/x?y=1,2',
  isCancelled: false,
};

describe('a calendar file', () => {
  it('is read by others as it was meant', () => {
    const [event] = read(writeCalendar('Chi bộ ấp 2', [entry]));
    expect(event?.uid).toBe('019a-1');
    expect(event?.summary).toBe(entry.summary);
    expect(event?.location).toBe(entry.location);
    expect(event?.description).toBe(entry.description);
    expect(event?.startDate.toJSDate().toISOString()).toBe('2026-12-05T12:30:00.000Z');
    expect(event?.endDate.toJSDate().toISOString()).toBe('2026-12-05T14:30:00.000Z');
    expect(event && status(event)).toBe('CONFIRMED');
  });

  it('has its times in UTC', () => {
    const text = writeCalendar('x', [entry]);
    expect(text).toContain('DTSTART:20261205T123000Z\r\n');
    expect(text).toContain('DTSTAMP:20261122T010000Z\r\n');
    expect(text).not.toContain('TZID');
  });

  it('tells of a change by the sequence, and of a cancelled meeting by its status', () => {
    const changed = { ...entry, sequence: 3, isCancelled: true };
    const [event] = read(writeCalendar('x', [changed]));
    expect(event?.sequence).toBe(3);
    expect(event && status(event)).toBe('CANCELLED');
  });

  it('reminds as long before as it says, by name', () => {
    const [event] = read(writeCalendar('x', [{ ...entry, alarms: [5040, 120, 0] }]));
    const alarms = event?.component.getAllSubcomponents('valarm') ?? [];
    expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual([
      '-P3DT12H',
      '-PT2H',
      'PT0S',
    ]);
    for (const alarm of alarms) {
      expect(alarm.getFirstPropertyValue('action')).toBe('DISPLAY');
      expect(alarm.getFirstPropertyValue('description')).toBe(entry.summary);
    }
  });

  it('is the same text for the same entries', () => {
    expect(writeCalendar('x', [entry, entry])).toBe(writeCalendar('x', [entry, entry]));
  });

  it('carries the link of an online meeting, and leaves out what is none', () => {
    const links = ['https://meet.google.com/abc?x=1', 'phòng họp\r\nBEGIN:VALARM', undefined];
    const events = read(
      writeCalendar(
        'x',
        links.map((link) => ({ ...entry, link })),
      ),
    );
    const urls = events.map((event) => event.component.getFirstPropertyValue('url'));
    expect(urls).toEqual(['https://meet.google.com/abc?x=1', null, null]);
  });

  it('may be empty', () => {
    expect(read(writeCalendar('Chi bộ', []))).toEqual([]);
  });

  it('breaks Vietnamese lines at 75 octets, never inside a letter', () => {
    const summary = 'Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh 🌱 '
      .repeat(5)
      .trim();
    const text = writeCalendar('x', [{ ...entry, summary }]);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line.isWellFormed()).toBe(true);
    }
    expect(read(text)[0]?.summary).toBe(summary);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: fc.constantFrom(...'ạữđĐ🌱;,:\\"\n\r\t ^=N'), maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

it('any text comes out as it went in, and no line is too long', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, anyText, (name, summary, location, description) => {
      const text = writeCalendar(name, [{ ...entry, summary, location, description, alarms: [120] }]);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
      const [event, ...others] = read(text);
      expect(others).toEqual([]);
      expect(nameOf(text)).toBe(held(name).replace(/\s+/g, ' ').trim());
      expect(event?.summary).toBe(held(summary));
      expect(event?.location ?? '').toBe(held(location));
      expect(event?.description ?? '').toBe(held(description));
      expect(event?.uid).toBe(entry.uid);
      const alarm = event?.component.getFirstSubcomponent('valarm');
      expect(alarm?.getFirstPropertyValue('description') ?? '').toBe(held(summary));
    }),
    { numRuns: 500 },
  );
});

it('any times and sequences come out as they went in', () => {
  const instant = fc
    .integer({ min: 0, max: 4_000_000_000 })
    .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));
  fc.assert(
    fc.property(instant, fc.nat(100_000), fc.integer({ min: 1, max: 10_000 }), (start, sequence, minutes) => {
      const [event] = read(writeCalendar('x', [{ ...entry, start, sequence, minutes }]));
      expect(event?.startDate.toJSDate().getTime()).toBe(start.epochMilliseconds);
      expect(event?.endDate.toJSDate().getTime()).toBe(start.add({ minutes }).epochMilliseconds);
      expect(event?.sequence).toBe(sequence);
    }),
    { numRuns: 300 },
  );
});

/** What an independent reader makes of it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

function status(event: ICAL.Event) {
  return event.component.getFirstPropertyValue('status');
}

function nameOf(text: string) {
  return String(new ICAL.Component(ICAL.parse(text)).getFirstPropertyValue('x-wr-calname') ?? '').replace(
    /\\([\\;,])/g,
    '$1',
  );
}

// What a calendar cannot hold at all: control characters and halves of letters.
function held(text: string) {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '');
}
