import { describe, expect, it } from 'vitest';
import { startLinkedChat } from '../../support/start-test-chat.ts';

describe('a session that was held', () => {
  it('can no longer be moved, until it is said that it was not held after all', async () => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', '/nhaclich 19h30 ngày 16/1 Sinh hoạt chi bộ');
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    await chat.sleepThrough(3 * 24 * 60);
    expect(await chat.says('Quantri', '/sinhhoat SH1 18/21')).toContain('18/21');
    expect(await chat.says('Quantri', '/doilich SH1 20h ngày 20/1')).toContain('đã tổ chức');
    await chat.says('Quantri', '/sinhhoat SH1 hoãn vì mưa bão');
    expect(await chat.says('Quantri', '/doilich SH1 20h ngày 20/1')).toContain(
      'thứ Ba, 20/01/2026, 20 giờ 00',
    );
  });
});
