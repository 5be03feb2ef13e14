import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openBefore } from '../support/open-before.ts';
import { startTestChat } from '../support/start-test-chat.ts';

const AT = "'2026-01-14T01:00:00.000Z'";
const ROWS = [
  `insert into people (id, display_name, created_at) values ('p1', 'An', ${AT})`,
  `insert into units (id, name, folded_name, time_zone, created_by, created_at)
    values ('u1', 'Ấp 2', 'ap 2', 'Asia/Ho_Chi_Minh', 'p1', ${AT})`,
  `insert into channels (id, platform, external_id, kind, title, unit_id, language, state, created_at)
    values ('c1', 'memory', 'nhom', 'group', 'Nhóm', 'u1', 'vi', 'open', ${AT})`,
  `insert into unit_numbers (unit_id, prefix, last) values ('u1', 'NL', 1), ('u1', 'SH', 1)`,
  `insert into schedules (id, unit_id, number, title, starts_on, time, time_zone, leads, state, active_since,
      planned_until, created_by, created_at)
    values ('n1', 'u1', 1, 'Họp', '2026-01-20', '19:30', 'Asia/Ho_Chi_Minh', 'P10D,PT120M', 'active', ${AT},
      '2026-01-20T12:30:00.000Z', 'p1', ${AT})`,
  `insert into sessions (id, unit_id, number, schedule_id, original_date, starts_at, moved_to, state, created_at)
    values ('s1', 'u1', 1, 'n1', '2026-01-20', '2026-01-25T13:00:00.000Z', '2026-01-25T20:00', 'moved', ${AT})`,
  `insert into reminders (id, session_id, lead, due_at, state)
    values ('r1', 's1', 'P10D', '2026-01-10T00:30:00.000Z', 'released')`,
  `insert into attendance (id, session_id, person_id, answer, answered_at) values ('a1', 's1', 'p1', 'present', ${AT})`,
];

it('a session that was moved before answers had a day keeps those, and says from when it was moved', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'neu-guong-')), 'bot.db');
  const before = await openBefore(file, '020-moved-sessions');
  for (const row of ROWS) await sql.raw(row).execute(before);
  await before.destroy();
  const chat = await startTestChat({ databaseUrl: `sqlite:${file}` });
  expect(await chat.says('Quantri', '/buoi SH1')).toContain('Dời từ: thứ Ba, 20/01/2026, 19 giờ 30');
  await chat.says('Quantri', 'xin chào', { privately: true });
  expect(await chat.says('Quantri', '/diemdanh SH1', { privately: true })).toContain('Báo dự (1): An');
  await chat.says('Quantri', '/doilich SH1 19h30 ngày 20/1');
  expect(await chat.says('Quantri', '/diemdanh SH1', { privately: true })).not.toContain('Báo dự');
  await chat.stop();
});
