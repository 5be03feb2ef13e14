import { describe, expect, it } from 'vitest';
import { startLinkedChat } from '../../support/start-test-chat.ts';

describe('what was typed and not used', () => {
  it('is named, and the reading without it is offered', async () => {
    const chat = await startLinkedChat();
    const asked = await chat.says(
      'Quantri',
      '/nl 19h30 ngày 5 hằng tháng họp chi bộ, nếu trùng chủ nhật thì lùi',
    );
    expect(asked).toContain('Chưa dùng đến “nếu trùng chủ nhật thì lùi”');
    const card = await chat.presses('Quantri', '19 giờ 30 ngày 5 hằng tháng');
    expect(card).toContain('NL1 – họp chi bộ');
    expect(card).not.toContain('nếu trùng');
  });

  it('may be typed again, and the name, the place and the reminders stay', async () => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', '/nl 8h thứ bảy hằng tuần họp tổ, 14h có mặt, tại nhà văn hóa, trước 1 ngày');
    const card = await chat.says('Quantri', '14h thứ bảy hằng tuần');
    expect(card).toMatch(/NL1 – họp tổ[\s\S]*14 giờ thứ Bảy hằng tuần[\s\S]*trước 1 ngày[\s\S]*nhà văn hóa/);
  });

  it('is asked about in a change of a schedule, and changes no name', async () => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', '/nl 19h30 ngày 5 hằng tháng họp chi bộ');
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    expect(await chat.says('Quantri', '/sualich NL1 20h ngày 6 hằng tháng trừ khi mưa')).toContain(
      '“trừ khi mưa”',
    );
    const card = await chat.presses('Quantri', '20 giờ ngày 6 hằng tháng');
    expect(card).toContain('NL1 – họp chi bộ');
    expect(card).not.toContain('Tên trước đây');
  });
});

describe('a change of a schedule', () => {
  it.each([
    ['6h', '18 giờ'],
    ['thứ sáu ngày 14/3/2026 20h', '20 giờ thứ Bảy, 14/03/2026'],
    ['19h ngày 6', '19 giờ ngày 6 hằng tháng'],
    ['20h thứ bảy', '20 giờ thứ Bảy hằng tuần'],
  ])('asks what %s means, and keeps the rest of the line in each answer', async (when, reading) => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', '/nl 19h30 ngày 5 hằng tháng họp chi bộ');
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    await chat.says('Quantri', `/sualich NL1 ${when}, tại NVH, trước 1 ngày`);
    const card = await chat.presses('Quantri', `${reading}, tại NVH, trước 1 ngày`);
    expect(card).toContain('sau khi sửa');
    expect(card).toContain(`${reading.split(' ').slice(0, 2).join(' ')} `);
    expect(card).toMatch(/Nhắc: trước 1 ngày\n[\s\S]*NVH/);
  });

  it.each(['đổi sang', 'chuyển sang', 'doi sang', 'dời lịch họp sang', 'đổi giờ họp sang'])(
    '%s another day is no morning',
    async (words) => {
      const chat = await startLinkedChat();
      await chat.says('Quantri', '/nl 19h30 ngày 5 hằng tháng họp chi bộ');
      await chat.presses('Quantri', 'Đúng, đặt lịch');
      const card = await chat.says('Quantri', `/sualich NL1 ${words} thứ 7 tuần đầu tháng`);
      expect(card).toContain('Thời gian: 19 giờ 30 thứ Bảy đầu tiên của tháng');
      expect(card).toContain('NL1 – họp chi bộ');
      expect(card).not.toContain('Tên trước đây');
    },
  );

  it('of one session asks about an hour at which it would end', async () => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', '/nl 19h30 ngày 5/2 họp chi bộ');
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    expect(await chat.says('Quantri', '/doilich SH1 19h-21h ngày 6/2')).toContain('21 giờ');
    expect(await chat.presses('Quantri', '19 giờ thứ Sáu, 06/02/2026')).toContain('06/02/2026, 19 giờ');
  });

  it.each([
    ['2 tuần', '28/01/2026'],
    ['trong 1 tháng', '14/02/2026'],
  ])('pauses it for %s', async (words, day) => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', '/nl 19h30 ngày 5 hằng tháng họp chi bộ');
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    expect(await chat.says('Quantri', `/tamdung NL1 ${words}`)).toContain(`${day}. Các buổi`);
  });
});

describe('readings that are too long for a button', () => {
  it('are shown to be typed, and every button fits', async () => {
    const chat = await startLinkedChat();
    const asked = await chat.says(
      'Quantri',
      '/nl 20h thứ 7 tuần 2 hằng tháng từ tháng 4 đến tháng 9 họp lớp',
    );
    expect(asked).toContain('• 20 giờ thứ Bảy thứ hai của tháng, từ 01/04/2026, đến hết 30/09/2026');
    const lines = chat.platform.posted.flatMap(({ message }) => message.buttons?.flat() ?? []);
    for (const { line } of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(64);
    expect(
      await chat.says('Quantri', '20 giờ thứ Bảy thứ hai của tháng, từ 01/04/2026, đến hết 30/09/2026'),
    ).toContain('NL1 – họp lớp');
  });
});

describe('a conversation about the time', () => {
  it('takes an hour that is missing where reminders are asked for, and asks for them again', async () => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', '/nhaclich');
    await chat.says('Quantri', 'Sinh hoạt chi bộ');
    await chat.says('Quantri', 'thứ bảy đầu tháng');
    expect(await chat.says('Quantri', '19h30')).toContain('Nhắc trước bao lâu?');
    expect(await chat.says('Quantri', '20h')).toContain('Chưa hiểu “20h”');
    await chat.says('Quantri', '2h');
    expect(await chat.says('Quantri', 'nhà văn hóa')).toMatch(
      /19 giờ 30 thứ Bảy đầu tiên của tháng[\s\S]*Nhắc: trước 2 tiếng/,
    );
  });

  it('asks for the day of a month, and keeps that it is every month', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('Quantri', '/nl 19h30 hằng tháng họp đoàn')).toContain('Hằng tháng vào ngày nào?');
    expect(await chat.says('Quantri', 'ngày 5')).toMatch(/họp đoàn[\s\S]*19 giờ 30 ngày 5 hằng tháng/);
  });

  it('takes a bare figure as the day that was asked for', async () => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', '/nl 19h30 hằng tháng họp đoàn');
    expect(await chat.says('Quantri', '5')).toContain('19 giờ 30 ngày 5 hằng tháng');
  });

  it('keeps an hour that was said before the day, also where each thing is asked for', async () => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', '/nhaclich');
    await chat.says('Quantri', 'Sinh hoạt chi bộ');
    expect(await chat.says('Quantri', '19h30')).toContain('ngày nào');
    expect(await chat.says('Quantri', 'ngày 5 hằng tháng')).toContain('Nhắc trước bao lâu?');
    expect(await chat.says('Quantri', 'trước 1 ngày')).toContain('Ở đâu?');
    expect(await chat.says('Quantri', 'nhà văn hóa')).toMatch(
      /19 giờ 30 ngày 5 hằng tháng[\s\S]*Nhắc: trước 1 ngày\n/,
    );
  });

  it('says of a single date that it is not repeated, and offers the repetition that the words allow', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('Quantri', '/nl 19h30 ngày 20 họp')).toContain('Chỉ một lần, không lặp lại');
    expect(await chat.presses('Quantri', 'Lặp lại: 19 giờ 30 ngày 20 hằng tháng')).toMatch(
      /NL1 – họp[\s\S]*19 giờ 30 ngày 20 hằng tháng[\s\S]*20\/03\/2026/,
    );
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    expect(await chat.says('Quantri', '/dslich')).toContain('Lịch đang chạy: 1');
  });
});

describe('a beginning, an end and months that are left out', () => {
  it('are said back, kept through a change of the hour, and hold', async () => {
    const chat = await startLinkedChat();
    const card = await chat.says(
      'Quantri',
      '/nl 19h30 ngày 5 hằng tháng từ tháng 3 đến hết 30/6/2026 họp chi bộ',
    );
    expect(card).toMatch(/từ 01\/03\/2026, đến hết 30\/06\/2026[\s\S]*• thứ Năm, 05\/03\/2026/);
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    expect(await chat.says('Quantri', '/sualich NL1 20h')).toMatch(
      /20 giờ ngày 5 hằng tháng, từ 01\/03\/2026, đến hết/,
    );
    await chat.presses('Quantri', 'Đúng, sửa lịch');
    await chat.clock.advance(150 * 24 * 3_600_000);
    expect(await chat.says('Quantri', '/lich')).not.toContain('05/07/2026');
  });

  it('an end hour stands in the announcement and in the calendar', async () => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', '/nl 14h–16h30 thứ sáu 23/1 hội nghị');
    const card = await chat.presses('Quantri', 'Đúng, đặt lịch');
    expect(card).toContain('14 giờ – 16 giờ 30');
    expect(await chat.says('Quantri', '/buoi')).toContain('14 giờ 00 – 16 giờ 30');
  });

  it('the same fortnight said again stays the same fortnight', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('Quantri', '/nl 19h thứ ba hai tuần một lần họp tổ')).toContain(
      '• thứ Ba, 20/01/2026',
    );
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    await chat.clock.advance(13 * 24 * 3_600_000);
    const again = await chat.says('Quantri', '/sualich NL1 20h thứ ba hai tuần một lần');
    expect(again).toContain('• thứ Ba, 03/02/2026');
    expect(again).not.toContain('27/01/2026');
  });
});

it('moving a session takes an amount and an hour together', async () => {
  const chat = await startLinkedChat();
  await chat.says('Quantri', '/nl 19h thứ sáu 23/1 họp tổ');
  await chat.presses('Quantri', 'Đúng, đặt lịch');
  expect(await chat.says('Quantri', '/doilich SH1 sớm 1 ngày lúc 8h')).toContain('22/01/2026, 8 giờ 00');
  expect(await chat.says('Quantri', '/doilich SH1 20h ngày 27/1 nếu mưa')).toContain('“nếu mưa”');
});
