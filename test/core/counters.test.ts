import { expect, test } from 'vitest';
import { createCounters } from '../../src/core/counters.ts';

test('each name and set of labels is counted for itself, in whatever order the labels stand', () => {
  const { count, read } = createCounters();
  count('messages_sent', { platform: 'telegram', lane: 'due' });
  count('messages_sent', { lane: 'due', platform: 'telegram' });
  count('messages_sent', { platform: 'discord' });
  count('jobs_failed');
  expect(read()).toEqual([
    { name: 'messages_sent', labels: { platform: 'telegram', lane: 'due' }, value: 2 },
    { name: 'messages_sent', labels: { platform: 'discord' }, value: 1 },
    { name: 'jobs_failed', labels: {}, value: 1 },
  ]);
});

test('what was read does not change any more', () => {
  const { count, read } = createCounters();
  count('jobs_failed');
  const before = read();
  count('jobs_failed');
  expect([before, read()].map(([counted]) => counted?.value)).toEqual([1, 2]);
});
