import { expect, it } from 'vitest';
import { startLinkedChat } from '../../support/start-test-chat.ts';

it('a reminder carries the topics of the month of its session, with what there is to read', async () => {
  const chat = await startLinkedChat();
  await chat.says('Quantri', '/nhaclich 19h30 ngày 5 hằng tháng Sinh hoạt chi bộ, trước 3 ngày');
  await chat.presses('Quantri', 'Đúng, đặt lịch');
  await chat.says('Quantri', '/chuyende 2026: Liêm chính');
  await chat.says('Quantri', '/chuyende tháng 1: Việc tháng một');
  await chat.says('Quantri', '/chuyende tháng 2: Học tập Di chúc của Bác | Di chúc | https://dichuc.vn/goc');
  await chat.says('Quantri', '/chuyende thêm tháng 2: Đền ơn đáp nghĩa');
  await chat.clock.advance(19 * 24 * 3_600_000 - 60_000);
  const [reminder = ''] = await chat.pass(10);
  expect(reminder).toContain('Sinh hoạt chi bộ');
  expect(reminder).toContain('Di chúc');
  expect(reminder).toContain('https://dichuc.vn/goc');
  expect(reminder).toContain('Đền ơn đáp nghĩa');
  expect(reminder).not.toContain('Việc tháng một');
  expect(reminder).not.toContain('Liêm chính');
  await chat.stop();
});
