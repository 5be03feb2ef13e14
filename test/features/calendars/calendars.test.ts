import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

let chat: TestChat;
beforeEach(async () => {
  chat = await startLinkedChat();
});
afterEach(() => chat.stop());

const MONTHLY = '19h30 ngày 5 hằng tháng Sinh hoạt chi bộ, tại nhà văn hóa ấp 2';

describe('/lich tep', () => {
  it('gives everyone the sessions of a year as a file', async () => {
    await setSchedule(MONTHLY);
    const events = await eventsOf('/lich tệp');
    expect(events).toHaveLength(12);
    expect(events[0]).toMatchObject({
      start: '2026-02-05T12:30:00.000Z',
      summary: 'Sinh hoạt chi bộ',
      location: 'nhà văn hóa ấp 2',
      status: 'CONFIRMED',
      sequence: 0,
    });
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(12);
    expect(chat.platform.posted.at(-1)?.message.files?.[0]).toMatchObject({
      name: 'lich-chi-bo-ap-2.ics',
      mimeType: 'text/calendar',
    });
  });

  it('says when each session ends, as it was said or as is usual, and reminds as the bot does', async () => {
    await setSchedule('14h–16h30 thứ sáu 23/1 Hội nghị, trước 1 ngày và 30 phút');
    await setSchedule('19h30 ngày 5/2 Sinh hoạt chi bộ');
    expect(await eventsOf('/lich tep')).toMatchObject([
      {
        start: '2026-01-23T07:00:00.000Z',
        end: '2026-01-23T09:30:00.000Z',
        alarms: ['-P1DT6H30M', '-PT30M'],
      },
      { start: '2026-02-05T12:30:00.000Z', end: '2026-02-05T14:30:00.000Z', alarms: ['-P3DT12H', '-PT2H'] },
    ]);
  });

  it('is behind the button under /lich', async () => {
    await setSchedule(MONTHLY);
    await chat.says('An', '/lich');
    expect(await chat.presses('An', 'Tệp lịch (.ics)')).toContain('12 buổi sắp tới');
  });

  it('says that nothing is to come', async () => {
    expect(await chat.says('An', '/lich tep')).toContain('Chưa có buổi nào');
  });

  it('carries the topics of each session and their materials', async () => {
    await setSchedule(MONTHLY);
    await admin('/chuyende tháng 2: Học tập Di chúc | Di chúc | https://dichuc.vn/goc');
    await admin('/chuyende 2026: Liêm chính');
    const [february, march] = await eventsOf('/lich tep');
    expect(february?.description).toBe(
      'Chuyên đề: Học tập Di chúc\nTài liệu: dichuc.vn – https://dichuc.vn/goc',
    );
    expect(march?.description).toBe('Chuyên đề: Liêm chính');
  });

  it('names the address of a meeting without what opens it', async () => {
    await setSchedule(MONTHLY);
    await chat.pass(1);
    await chat.clock.advance(7 * 24 * 3_600_000);
    await chat.pass(1);
    await admin('/hinhthuc SH1 trực tuyến https://zoom.us/j/12345?pwd=matKhau1&from=a');
    const [event] = await eventsOf('/lich tep');
    expect(event?.location).toBe('https://zoom.us/j/12345?from=a');
    expect(await chat.says('An', '/buoi SH1')).toContain('pwd=matKhau1');
  });

  it('gives the same file as long as nothing changes', async () => {
    await setSchedule(MONTHLY);
    const before = await eventsOf('/lich tep');
    await chat.clock.advance(3_600_000);
    expect(await eventsOf('/lich tep')).toEqual(before);
  });

  it('keeps the uid of a session that comes within reach, and what is over', async () => {
    await setSchedule(MONTHLY);
    const before = await eventsOf('/lich tep');
    await chat.pass(1);
    await chat.clock.advance(70 * 24 * 3_600_000);
    await chat.bot.ticker.tick();
    await chat.settle();
    const after = await eventsOf('/lich tep');
    expect(after.slice(0, 12)).toEqual(before);
    expect(after.length).toBeGreaterThan(12);
  });

  it('tells calendars of a topic that was set later: the same uid, one more in the sequence', async () => {
    await setSchedule(MONTHLY);
    const before = await eventsOf('/lich tep');
    await admin('/chuyende tháng 2: Học tập Di chúc');
    const after = await eventsOf('/lich tep');
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(after.map(({ sequence }) => sequence)).toEqual([1, ...Array.from({ length: 11 }, () => 0)]);
  });

  it('cancels the sessions of a schedule that was cancelled', async () => {
    await setSchedule(MONTHLY);
    await setSchedule('8h ngày 20 hằng tháng Họp chi đoàn');
    await eventsOf('/lich tep');
    await admin('/huylich NL1');
    const events = await eventsOf('/lich tep');
    const cancelled = events.filter(({ status }) => status === 'CANCELLED');
    expect(cancelled).toHaveLength(12);
    expect(
      cancelled.every(({ summary, sequence }) => summary === 'ĐÃ HỦY: Sinh hoạt chi bộ' && sequence === 1),
    ).toBe(true);
    expect(events.filter(({ status }) => status === 'CONFIRMED').map(({ summary }) => summary)).toContain(
      'Họp chi đoàn',
    );
  });

  it('never gives the sessions of another unit', async () => {
    await setSchedule(MONTHLY);
    chat.platform.standings.set('khac:quantri', 'administrator');
    await chat.saysIn('khac', 'Quantri', '/lienket Chi đoàn 3');
    expect(await chat.saysIn('khac', 'An', '/lich tep')).toContain('Chưa có buổi nào');
    expect(await chat.saysIn('khac', 'An', '/lich SH1')).not.toContain('Mở tệp');
  });
});

describe('/lich SH1', () => {
  it('gives that one session, under the uid that it has in the whole calendar', async () => {
    await setSchedule(MONTHLY);
    const [first] = await eventsOf('/lich tep');
    expect(await eventsOf('/lich sh1')).toEqual([first]);
  });

  it('tells of what it does not understand', async () => {
    expect(await chat.says('An', '/lich chiều mai')).toContain('Chưa hiểu “chiều mai”');
  });
});

describe('a change of a session', () => {
  const startsOf = (events: Awaited<ReturnType<typeof eventsOf>>) => events.map(({ start }) => start);
  let before: Awaited<ReturnType<typeof eventsOf>>;
  beforeEach(async () => {
    await setSchedule(MONTHLY);
    before = await eventsOf('/lich tep');
  });

  it('to another day moves its entry: the same uid, one more in the sequence', async () => {
    await admin('/doilich SH1 8h ngày 7/2');
    const after = await eventsOf('/lich tep');
    expect(after).toHaveLength(12);
    expect(after[0]).toEqual({
      ...before[0],
      start: '2026-02-07T01:00:00.000Z',
      end: '2026-02-07T03:00:00.000Z',
      // Two hours before eight would be in the quiet hours: the evening before.
      alarms: ['-P3DT30M', '-PT11H30M'],
      sequence: 1,
    });
    expect(after.slice(1)).toEqual(before.slice(1));
    await admin('/doilich SH1 19h30 ngày 5/2');
    expect((await eventsOf('/lich tep'))[0]).toEqual({ ...before[0], sequence: 2 });
  });

  it('that cancels it cancels its entry, and one that holds it after all brings it back', async () => {
    await admin('/huybuoi SH1');
    expect((await eventsOf('/lich SH1'))[0]).toEqual({
      ...before[0],
      summary: 'ĐÃ HỦY: Sinh hoạt chi bộ',
      status: 'CANCELLED',
      alarms: [],
      sequence: 1,
    });
    await admin('/giubuoi SH1');
    expect((await eventsOf('/lich SH1'))[0]).toEqual({ ...before[0], sequence: 2 });
  });

  it('that postpones it takes it out of calendars until it has a day', async () => {
    await admin('/hoan SH1');
    expect((await eventsOf('/lich tep'))[0]).toMatchObject({
      uid: before[0]?.uid,
      summary: 'TẠM HOÃN: Sinh hoạt chi bộ',
      status: 'CANCELLED',
    });
    await admin('/doilich SH1 8h ngày 9/2');
    expect((await eventsOf('/lich tep'))[0]).toMatchObject({
      uid: before[0]?.uid,
      summary: 'Sinh hoạt chi bộ',
      status: 'CONFIRMED',
      start: '2026-02-09T01:00:00.000Z',
    });
  });

  it('of its place, its chair or its link is told', async () => {
    await admin('/chutri SH1 Nguyễn Văn An');
    await admin('/hinhthuc SH1 trực tuyến');
    await admin('/duongdan SH1 https://meet.google.com/abc-defg-hij');
    expect((await eventsOf('/lich SH1'))[0]).toMatchObject({
      uid: before[0]?.uid,
      sequence: 1,
      location: 'https://meet.google.com/abc-defg-hij',
      description: 'Chủ trì: Nguyễn Văn An',
    });
  });

  it('of the whole schedule keeps the entries of the days that stay', async () => {
    await admin('/sualich NL1 20h ngày 5 hằng tháng');
    await chat.presses('Quantri', chat.platform.posted.at(-1)?.message.buttons?.[0]?.[0]?.label ?? '');
    const after = await eventsOf('/lich tep');
    const confirmed = after.filter(({ status }) => status === 'CONFIRMED');
    expect(startsOf(confirmed)).toEqual(before.map(({ start }) => start.replace('T12:30', 'T13:00')));
    expect(confirmed.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(confirmed.every(({ sequence }) => sequence === 1)).toBe(true);
  });

  it('that stops the schedule for a while takes its sessions out, and going on brings them back', async () => {
    await admin('/tamdung NL1');
    const stopped = await eventsOf('/lich SH1');
    expect(stopped.map(({ status }) => status)).toEqual(['CANCELLED']);
    await admin('/tieptuc NL1');
    const after = (await eventsOf('/lich tep')).filter(({ status }) => status === 'CONFIRMED');
    expect(startsOf(after)).toEqual(startsOf(before));
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
  });
});

describe('/lich diachi', () => {
  it('says so when the bot serves no calendars', async () => {
    expect(await admin('/lich diachi')).toContain('HTTP_PORT');
  });
});

describe('with a public address', () => {
  beforeEach(async () => {
    await chat.stop();
    chat = await startLinkedChat({ env: { HTTP_PORT: '8080', PUBLIC_URL: 'https://bot.example.vn/' } });
  });
  const ADDRESS = /https:\/\/bot\.example\.vn\/calendar\/([\w-]{32})\.ics/;
  const secretIn = (answer: string) => ADDRESS.exec(answer)?.[1];

  it('is told to a person in private where the bot may write there', async () => {
    const secret = secretIn(await admin('/lich diachi'));
    await chat.says('An', '/start', { privately: true });
    await chat.says('An', '/lich diachi');
    expect(chat.posts('nhom').at(-1)).toBe('Đã gửi địa chỉ lịch vào tin nhắn riêng.');
    expect(secretIn(chat.posts('an').at(-1) ?? '')).toBe(secret);
  });

  it('an administrator makes an address, which everyone may see', async () => {
    expect(await chat.says('An', '/lich diachi')).toContain('dành cho quản trị viên');
    const secret = secretIn(await admin('/lich địa chỉ'));
    expect(secret).toBeDefined();
    expect(secretIn(await chat.says('An', '/lich diachi'))).toBe(secret);
  });

  it('another one takes the place of the first', async () => {
    const first = secretIn(await admin('/lich diachi'));
    expect(await chat.says('An', '/lich diachi moi')).toContain('dành cho quản trị viên');
    const second = secretIn(await admin('/lich diachi mới'));
    expect(second).toBeDefined();
    expect(second).not.toBe(first);
    expect(secretIn(await admin('/lich diachi'))).toBe(second);
  });

  it('it can be closed', async () => {
    expect(await admin('/lich diachi tắt')).toContain('chưa có địa chỉ');
    const first = secretIn(await admin('/lich diachi'));
    expect(await chat.says('An', '/lich diachi tat')).toContain('dành cho quản trị viên');
    expect(await admin('/lich diachi tat')).toContain('Đã tắt');
    expect(secretIn(await admin('/lich diachi'))).not.toBe(first);
  });
});

async function setSchedule(line: string) {
  await admin(`/nhaclich ${line}`);
  await chat.presses('Quantri', 'Đúng, đặt lịch');
}

function admin(text: string) {
  return chat.says('Quantri', text);
}

/** The events of the file that the bot answers with. */
async function eventsOf(text: string) {
  await chat.says('An', text);
  const [file] = chat.platform.posted.at(-1)?.message.files ?? [];
  if (!file) throw new Error(`no file came: ${chat.posts().at(-1)}`);
  return eventsIn(new TextDecoder().decode(await chat.app.blobs.read(file.blob)));
}

function eventsIn(text: string) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      alarms: component
        .getAllSubcomponents('valarm')
        .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
      summary: event.summary,
      location: event.location,
      description: event.description,
      status: component.getFirstPropertyValue('status'),
    };
  });
}
