import { describe, expect, it } from 'vitest';
import { startLinkedChat } from '../../support/start-test-chat.ts';

const DEEDS = [
  'Chị Hiền tổ 7 nhặt được ví, đã trả lại người mất',
  'Đoàn xã ra quân dọn vệ sinh 2km đường, 45 đoàn viên',
  'Gia đình bà Én hiến 600m2 nương xây điểm trường',
];

describe('the review of reports', () => {
  it('shows what waits, oldest first, with buttons', async () => {
    const chat = await startWithDeeds();
    expect(await chat.says('Lan', '/choduyet')).toMatch(/Chờ duyệt: 3\nVT1[\s\S]*VT2[\s\S]*VT3/);
    expect(await chat.presses('Lan', 'Duyệt VT2')).toMatch(/Đã xác nhận VT2\.[\s\S]*Chờ duyệt: 2/);
    expect(await chat.presses('Lan', 'Duyệt cả 2 báo cáo trên')).toMatch(
      /Đã xác nhận VT1, VT3\.[\s\S]*Không có báo cáo nào/,
    );
  });

  it('is done in place: pressing adds no message to the group', async () => {
    const chat = await startWithDeeds();
    await chat.says('Lan', '/choduyet');
    const before = chat.posts().length;
    await chat.presses('Lan', 'Duyệt VT1');
    expect(chat.posts()).toHaveLength(before);
  });

  it('takes many codes, and says of each that it cannot take why', async () => {
    const chat = await startWithDeeds();
    await chat.says('An', '/rut VT3');
    await chat.says('Lan', '/duyet VT1');
    expect(await chat.says('Lan', '/duyet vt1, VT2 #vt-3 VT9 VT2')).toBe(
      'Đã xác nhận VT2.\nVT1 đã được xác nhận trước đó.\nVT3 đã được rút.\nKhông có VT9 trong đơn vị này. Kiểm tra lại mã, ví dụ VT12 hoặc MH5.',
    );
  });

  it('returns a report with a reason, which the reporter gets with a button to complete it', async () => {
    const chat = await startWithDeeds();
    expect(await chat.says('Lan', '/tralai VT2 thiếu ngày tháng')).toBe(
      `Đã trả lại VT2. An sẽ nhận được lý do.\n---\nAn: báo cáo VT2 “${DEEDS[1]}” cần bổ sung: thiếu ngày tháng`,
    );
    expect(await chat.says('An', '/xem VT2')).toContain('Lý do trả lại: thiếu ngày tháng');
    expect(await chat.presses('An', 'Bổ sung')).toContain('Mời viết lại');
    expect(await chat.says('An', 'Đoàn xã ra quân dọn vệ sinh 2km đường sáng 10/1, 45 đoàn viên')).toMatch(
      /10\/01\/2026 · Trạng thái: chờ duyệt/,
    );
  });

  it('asks for the reason when there is none', async () => {
    const chat = await startWithDeeds();
    expect(await chat.says('Lan', '/tralai VT1')).toContain('Trả lại vì sao?');
    expect(await chat.says('Lan', '?')).toContain('Mời ghi lý do');
    expect(await chat.says('Lan', 'x'.repeat(600))).toContain('500');
    expect(await chat.says('Lan', 'chưa rõ nơi xảy ra')).toContain('Đã trả lại VT1');
  });

  it('cannot return what was withdrawn', async () => {
    const chat = await startWithDeeds();
    await chat.says('An', '/rut VT1');
    expect(await chat.says('Lan', '/tralai VT1 thiếu tên')).toBe('VT1 đã được rút.');
  });

  it('shows a long queue in parts', async () => {
    const chat = await startWithDeeds();
    for (let i = 0; i < 10; i += 1)
      await chat.says('Binh', `/viectot Bác ${i} ở ấp ${i} tặng ${i + 2} suất quà cho hộ nghèo`);
    expect(await chat.says('Lan', '/choduyet')).toMatch(/Chờ duyệt: 13[\s\S]*… và 7 mục nữa\./);
    const lines =
      chat.platform.posted
        .at(-1)
        ?.message.buttons?.flat()
        .map(({ line }) => Buffer.byteLength(line)) ?? [];
    expect(Math.max(...lines)).toBeLessThanOrEqual(64);
  });
});

async function startWithDeeds() {
  const chat = await startLinkedChat();
  for (const deed of DEEDS) {
    await chat.says('An', `/viectot ${deed}`);
    await chat.clock.advance(1000);
  }
  await chat.says('Quantri', '/capquyen tổng hợp', { replyTo: 'Lan' });
  return chat;
}
