import { describe, expect, it } from 'vitest';
import { startLinkedChat } from '../../support/start-test-chat.ts';

const DAY = 24 * 3_600_000;

describe('several single dates in one line', () => {
  it('are all shown, run as one schedule, and stand in the calendar', async () => {
    const chat = await startLinkedChat();
    const card = await chat.says('Quantri', '/nl 19h30 các ngày 5/3, 12/3, 19/3 và 20/4/2026 họp chi bộ');
    expect(card).toMatch(
      /Các buổi, không lặp lại[\s\S]*05\/03\/2026[\s\S]*12\/03[\s\S]*19\/03[\s\S]*20\/04\/2026/,
    );
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    await chat.clock.advance(60 * DAY);
    expect(await chat.says('Quantri', '/lich')).toMatch(/19\/03\/2026[\s\S]*20\/04\/2026/);
    await chat.says('Quantri', '/sualich NL1 20h');
    expect(await chat.presses('Quantri', 'Đúng, sửa lịch')).toMatch(
      /20 giờ các ngày[\s\S]*20\/04\/2026, 20 giờ/,
    );
    await chat.clock.advance(60 * DAY);
    expect(await chat.says('Quantri', '/lich')).not.toContain('20/04');
  });
});

describe('two hours a day, or two days with two hours', () => {
  it('are two schedules, read back together and confirmed by one press', async () => {
    const chat = await startLinkedChat();
    const card = await chat.says('Quantri', '/nl 7h30 thứ hai và 19h thứ sáu hằng tuần giao ban');
    expect(card).toMatch(
      /NL1 – giao ban\n.*7 giờ 30 sáng thứ Hai hằng tuần[\s\S]*NL2 – giao ban\n.*19 giờ thứ Sáu/,
    );
    expect(await chat.presses('Quantri', 'Đúng, đặt lịch')).toMatch(/đặt lịch NL1[\s\S]*đặt lịch NL2/);
    expect(await chat.says('Quantri', '/lich')).toMatch(/16\/01\/2026, 19 giờ[\s\S]*19\/01\/2026, 7 giờ 30/);
  });

  it('are dropped together', async () => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', '/nl 7h và 14h ngày 5 hằng tháng họp');
    expect(await chat.presses('Quantri', 'Bỏ')).toMatch(/NL1[\s\S]*NL2/);
    expect(await chat.says('Quantri', '/dslich')).toContain('Chưa có lịch nào');
  });

  it('are asked about where no word says how often', async () => {
    const chat = await startLinkedChat();
    const asked = await chat.says('Quantri', '/nl 20h thứ ba và 19h thứ năm họp');
    // Too long for a button of Telegram.
    const reading = '20 giờ thứ Ba hằng tuần; 19 giờ thứ Năm hằng tuần';
    expect(asked).toContain(`• ${reading}`);
    expect(await chat.says('Quantri', reading)).toMatch(/NL1[\s\S]*NL2/);
  });
});

describe('a rule of the lunar calendar', () => {
  it('says both calendars, and is planned ahead month by month', async () => {
    const chat = await startLinkedChat();
    const card = await chat.says('Quantri', '/nl 7h mùng 1 và rằm hằng tháng dâng hương, không nhắc trước');
    expect(card).toMatch(
      /mùng 1 và rằm âm lịch hằng tháng[\s\S]*19\/01\/2026, 7 giờ 00 \(mùng 1 tháng 12 âm lịch\)/,
    );
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    await chat.clock.advance(120 * DAY);
    const coming = await chat.says('Quantri', '/lich');
    expect(coming).toMatch(/17\/05\/2026[\s\S]*31\/05\/2026[\s\S]*15\/06\/2026/);
    await chat.says('Quantri', '/sualich NL1 8h');
    expect(await chat.presses('Quantri', 'Đúng, sửa lịch')).toContain(
      '8 giờ sáng mùng 1 và rằm âm lịch hằng tháng',
    );
  });
});

describe('days that move when they meet others', () => {
  it('are held where they go, also after an edit that says nothing of it, and no more once taken back', async () => {
    const chat = await startLinkedChat();
    const card = await chat.says(
      'Quantri',
      '/nl 19h30 ngày 1 hằng tháng họp chi bộ, nếu trùng thứ bảy, chủ nhật thì chuyển sang thứ hai',
    );
    expect(card).toMatch(
      /nếu trùng thứ Bảy hoặc Chủ nhật thì chuyển sang thứ Hai sau đó[\s\S]*• thứ Hai, 02\/02\/2026/,
    );
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    expect(await chat.says('Quantri', '/lich')).toContain('thứ Hai, 02/02/2026');
    expect(await chat.says('Quantri', '/sualich NL1 20h ngày 1 hằng tháng')).toContain(
      '• thứ Hai, 02/02/2026, 20 giờ',
    );
    await chat.presses('Quantri', 'Đúng, sửa lịch');
    expect(await chat.says('Quantri', '/sualich NL1 trùng cũng họp')).toContain(
      '• Chủ nhật, 01/02/2026, 20 giờ',
    );
  });

  it('keep the end that was said before', async () => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', '/nl 19h30 ngày 5 hằng tháng đến hết 30/6/2026 họp chi bộ');
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    expect(await chat.says('Quantri', '/sualich NL1 20h ngày 6 hằng tháng')).toContain(
      '20 giờ ngày 6 hằng tháng, đến hết 30/06/2026',
    );
    expect(await chat.says('Quantri', '/sualich NL1 20h ngày 6 hằng tháng, không thời hạn')).not.toContain(
      'Thời gian: 20 giờ ngày 6 hằng tháng, đến hết',
    );
  });
});
