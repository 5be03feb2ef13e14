import { describe, expect, it } from 'vitest';
import { startLinkedChat } from '../../support/start-test-chat.ts';

const WALLET = 'Chị Hiền tổ 7 nhặt được ví, đã trả lại người mất';
const CANAL = 'Đoàn xã dọn kênh sáng nay, 22 bạn tham gia';
const RICE = 'Bà Sáu ở ấp 4 tặng 20 suất cơm cho bệnh nhân nghèo';

describe('a person of two units', () => {
  it('is listed what they reported in the unit of the chat, and counted no more', async () => {
    const { says, saysThere } = await startTwoUnits();
    expect(await says('An', '/cuatoi')).toBe(
      `Các báo cáo đã gửi: 2\nVT2 – ${CANAL} (chờ duyệt)\nVT1 – ${WALLET} (chờ duyệt)`,
    );
    expect(await saysThere('An', '/cuatoi')).toBe(`Các báo cáo đã gửi: 1\nVT1 – ${RICE} (chờ duyệt)`);
  });

  it('is not asked whether the words of the other unit were meant twice', async () => {
    const { says, saysThere } = await startTwoUnits();
    expect(await saysThere('An', `/viectot ${WALLET}`)).toContain('Đã ghi việc tốt VT2');
    expect(await saysThere('An', `/viectot ${WALLET}`)).toContain('giống VT2');
    expect(await says('An', `/viectot ${WALLET}`)).toContain('giống VT1');
  });
});

describe('the review', () => {
  it('shows the queue of the unit of the chat', async () => {
    const { says, saysThere } = await startTwoUnits();
    const here = await says('Quantri', '/choduyet');
    expect(here).toMatch(/^Chờ duyệt: 2\n/);
    expect(here).toContain(WALLET);
    expect(here).not.toContain(RICE);
    const there = await saysThere('Quantri', '/choduyet');
    expect(there).toMatch(/^Chờ duyệt: 1\n/);
    expect(there).toContain(RICE);
    expect(there).not.toContain(WALLET);
  });

  it('is counted in the summary of the unit of the chat', async () => {
    const { says, saysThere } = await startTwoUnits();
    expect(await says('Quantri', '/tuan')).toContain('2 báo cáo chờ duyệt');
    expect(await saysThere('Quantri', '/tuan')).toContain('1 báo cáo chờ duyệt');
  });
});

/** A group of one unit, and one of another; An reported twice in the first and once in the second. */
async function startTwoUnits() {
  const chat = await startLinkedChat();
  chat.platform.standings.set('khac:quantri', 'administrator');
  const saysThere = (name: string, text: string) => chat.saysIn('khac', name, text);
  await saysThere('Quantri', '/lienket Đoàn xã');
  for (const said of [WALLET, CANAL]) {
    await chat.says('An', `/viectot ${said}`);
    await chat.clock.advance(1000);
  }
  await saysThere('An', `/viectot ${RICE}`);
  await chat.clock.advance(1000);
  return { says: chat.says, saysThere };
}
