import { expect, it } from 'vitest';
import { liveUntil } from '../../support/live-until.ts';
import { startLinkedChat } from '../../support/start-test-chat.ts';

it('a unit sees and sets its zone, quiet hours, language and usual hour in one place', async () => {
  const chat = await startLinkedChat();
  const admin = (text: string) => chat.says('Quantri', text);
  expect(await admin('/caidat')).toContain(
    '• Múi giờ: Asia/Ho_Chi_Minh\n• Giờ yên lặng: 21 giờ 00 – 6 giờ 30',
  );
  await chat.presses('Quantri', 'Đổi giờ yên lặng');
  expect(await admin('22h-6h')).toContain('• Giờ yên lặng: 22 giờ 00 – 6 giờ 00');
  expect(await admin('/caidat giờ họp 19h30')).toContain('• Giờ họp thường: 19 giờ 30');
  expect(await admin('/caidat giờ yên tĩnh 21h30–6h')).toContain('21 giờ 30 – 6 giờ 00');
  expect(await admin('/caidat')).toContain('• Giờ họp thường: 19 giờ 30');
  expect(await admin('/caidat âm lượng to')).toContain('Đặt được bốn điều');
  expect(await admin('/caidat múi giờ sao Hỏa')).toContain('Chưa có múi giờ đó');
  await admin('/nhaclich ngày 5 hằng tháng Sinh hoạt chi bộ, trước 2 tiếng, tại nhà văn hóa');
  expect(await chat.presses('Quantri', '19 giờ 30')).toContain('19 giờ 30 ngày 5 hằng tháng');
  expect(await admin('/caidat ngôn ngữ English')).toContain('English');
  await chat.stop();
});

it('a change of zone shows the coming sessions before and after, and moves them and their reminders once confirmed', async () => {
  const chat = await startLinkedChat();
  const admin = (text: string) => chat.says('Quantri', text);
  await admin('/nhaclich 14h ngày 5 hằng tháng Sinh hoạt chi bộ, trước 2 tiếng');
  await chat.presses('Quantri', 'Đúng, đặt lịch');
  await admin('/doilich NL1 15h');
  expect(await admin('/caidat múi giờ Tokyo')).toMatch(
    /05\/02\/2026, 15 giờ 00 theo giờ mới, tức thứ Năm, 05\/02\/2026, 13 giờ 00 theo giờ cũ/,
  );
  expect(await admin('/caidat')).toContain('Asia/Ho_Chi_Minh');
  await admin('/caidat múi giờ Tokyo');
  expect(await chat.presses('Quantri', 'Đúng, đổi múi giờ')).toContain('Đã đổi múi giờ');
  expect(await admin('/lich')).toMatch(/05\/02\/2026, 15 giờ 00[\s\S]*05\/03\/2026, 14 giờ 00/);
  expect((await liveUntil(chat, '2026-02-05T10:59')).join('\n')).not.toContain('Còn 2 giờ nữa');
  expect((await liveUntil(chat, '2026-02-05T11:02')).join('\n')).toContain('Còn 2 giờ nữa');
  expect(await chat.says('An', '/caidat')).toBe('Lệnh này dành cho quản trị viên.');
  await chat.stop();
});
