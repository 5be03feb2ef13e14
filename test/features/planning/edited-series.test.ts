import { afterEach, describe, expect, it } from 'vitest';
import { liveUntil } from '../../support/live-until.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

let chat: TestChat;
afterEach(() => chat.stop());

const FORTNIGHTLY = '19h thứ ba hai tuần một lần Sinh hoạt chi bộ';

describe('a series that is edited after one of its sessions', () => {
  it.each(['18h', 'ngày 28 hằng tháng', '18h ngày 28 hằng tháng'])(
    'was moved (“%s”) says from when it was moved as people were told',
    async (edit) => {
      await startWith('19h ngày 20 hằng tháng Sinh hoạt chi bộ');
      await admin('/doilich SH1 20h ngày 3/2');
      await change(edit);
      const posted = await liveUntil(chat, '2026-02-03T20:00');
      expect(posted.filter((text) => text.includes('03/02/2026'))).toHaveLength(2);
      for (const text of posted.filter((text) => text.includes('03/02/2026')))
        expect(text).toContain('Dời từ: thứ Ba, 20/01/2026, 19 giờ 00');
    },
  );

  it('was moved or cancelled shows what takes place, before and after it is confirmed', async () => {
    await startWith(FORTNIGHTLY);
    await admin('/doilich SH1 8h ngày 22/1');
    await admin('/huybuoi SH2');
    const coming = [
      'Ba kỳ tới:',
      '• thứ Năm, 22/01/2026, 8 giờ 00',
      '• thứ Ba, 17/02/2026, 20 giờ 00',
      '• thứ Ba, 03/03/2026, 20 giờ 00',
    ].join('\n');
    expect(await admin('/sualich NL1 20h')).toContain(`${coming}\nĐúng chưa?`);
    expect(await chat.presses('Quantri', 'Đúng, sửa lịch')).toContain(`${coming}\nCác buổi`);
    expect(await chat.says('An', '/lich')).toMatch(
      /22\/01\/2026, 8 giờ[\s\S]*17\/02\/2026, 20 giờ[\s\S]*03\/03/,
    );
  });

  it('was cancelled brings that back where the series has it by then, moved by nobody', async () => {
    await startWith('18h ngày 28 hằng tháng Sinh hoạt chi bộ');
    await liveUntil(chat, '2026-01-25T08:00');
    await admin('/huybuoi SH1');
    await change('17h ngày 27 hằng tháng');
    expect(reminders()).toEqual(['🔔 Sinh hoạt chi bộ\nBuổi thứ Tư, 28/01/2026, 18 giờ 00 đã hủy.']);
    expect(await admin('/giubuoi SH1')).toContain('vẫn diễn ra: thứ Ba, 27/01/2026, 17 giờ 00');
    expect(reminders()).toEqual(['🔔 Sinh hoạt chi bộ\nThời gian: thứ Ba, 27/01/2026, 17 giờ 00']);
    await liveUntil(chat, '2026-01-29T00:00');
    expect(reminders().join()).not.toContain('Dời từ');
  });

  it('was moved and cancelled brings that back where it was moved to', async () => {
    await startWith('18h ngày 28 hằng tháng Sinh hoạt chi bộ');
    await admin('/doilich SH1 18h ngày 30/1');
    await admin('/huybuoi SH1');
    await change('17h ngày 27 hằng tháng');
    expect(await admin('/giubuoi SH1')).toContain('vẫn diễn ra: thứ Sáu, 30/01/2026, 18 giờ 00');
    expect(await admin('/buoi SH1')).toContain('Dời từ: thứ Tư, 28/01/2026, 18 giờ 00');
  });

  it('was cancelled does not take its date from one that takes place', async () => {
    await startWith('19h30 thứ sáu hằng tuần Sinh hoạt chi bộ');
    await admin('/huybuoi SH1');
    await change('19h30 ngày 5 hằng tháng');
    expect(await chat.says('An', '/lich')).toMatch(/05\/02\/2026.*SH2\)/);
    expect(await admin('/giubuoi SH1')).toContain('vẫn diễn ra: thứ Sáu, 16/01/2026, 19 giờ 30');
  });

  it('tells those who have read a reminder what is another for them, and nobody anything else', async () => {
    await startWith('19h30 thứ sáu hằng tuần Sinh hoạt chi bộ, trước 3 ngày và 10 ngày');
    await liveUntil(chat, '2026-01-14T08:00');
    await privately('xin chào');
    const said = async (edit: string) => {
      const before = chat.posts().length;
      await privately(`/sualich NL1 ${edit}`);
      await chat.presses('Quantri', 'Đúng, sửa lịch', 'quantri');
      return chat.posts().slice(before);
    };
    await liveUntil(chat, '2026-01-20T08:00');
    expect(reminders()).toHaveLength(2);
    expect(await said('20h, tại hội trường xã')).toEqual([
      'SH2 – Sinh hoạt chi bộ: dời từ thứ Sáu, 23/01/2026, 19 giờ 30 sang thứ Sáu, 23/01/2026, 20 giờ 00.\nĐịa điểm: hội trường xã',
      'SH3 – Sinh hoạt chi bộ: dời từ thứ Sáu, 30/01/2026, 19 giờ 30 sang thứ Sáu, 30/01/2026, 20 giờ 00.\nĐịa điểm: hội trường xã',
    ]);
    await privately('/doilich SH2 8h ngày 24/1');
    expect(await said('tại nhà văn hóa')).toHaveLength(2);
    expect(await said('20h thứ bảy hằng tuần')).toEqual([
      'SH3 – Sinh hoạt chi bộ: dời từ thứ Sáu, 30/01/2026, 20 giờ 00 sang thứ Bảy, 31/01/2026, 20 giờ 00.',
    ]);
    expect(await said('nhắc trước 2 ngày')).toEqual([]);
    await privately('/huybuoi SH3');
    expect(await said('19h thứ bảy hằng tuần')).toEqual([]);
    await privately('/tamdung NL1');
    expect(await said('18h chủ nhật hằng tuần, tại xã')).toEqual([]);
  });
});

describe('saying again what a series is', () => {
  it.each(['thứ ba hai tuần một lần', '19h thứ ba hai tuần một lần', '19h', 'tên: Sinh hoạt chi bộ'])(
    '“%s” changes nothing and tells nobody, in the week between too',
    async (same) => {
      await startWith(FORTNIGHTLY);
      await liveUntil(chat, '2026-01-28T08:00');
      const [posts, calendar] = [chat.posts().length, await chat.says('An', '/lich')];
      expect(await admin(`/sualich NL1 ${same}`)).toBe('NL1 vốn đã như vậy, không có gì để sửa.');
      expect(chat.posts()).toHaveLength(posts + 2);
      expect(await chat.says('An', '/lich')).toBe(calendar);
    },
  );

  it('with another hour keeps its weeks', async () => {
    await startWith(FORTNIGHTLY);
    await liveUntil(chat, '2026-01-28T08:00');
    await change('20h thứ ba hai tuần một lần');
    expect(await chat.says('An', '/lich')).toMatch(/03\/02\/2026, 20 giờ[\s\S]*17\/02[\s\S]*03\/03/);
  });
});

async function startWith(schedule: string): Promise<void> {
  chat = await startLinkedChat();
  await admin(`/nhaclich ${schedule}`);
  await chat.presses('Quantri', 'Đúng, đặt lịch');
}

function admin(line: string) {
  return chat.says('Quantri', line);
}

function privately(line: string) {
  return chat.says('Quantri', line, { privately: true });
}

async function change(what: string): Promise<string> {
  await admin(`/sualich NL1 ${what}`);
  return chat.presses('Quantri', 'Đúng, sửa lịch');
}

function reminders(): string[] {
  return chat.platform.posted
    .filter(({ channel, message }) => channel === 'nhom' && message.subject?.startsWith('session:'))
    .map(({ message }) => message.text.markup)
    .map((text) => text.replace(/<[^>]*>/g, ''));
}
