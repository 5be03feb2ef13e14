import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

let chat: TestChat;
beforeEach(async () => {
  chat = await startLinkedChat();
});
afterEach(() => chat.stop());

describe('/chuyende alone', () => {
  it('tells everyone that there is none yet, and how it is set', async () => {
    const answer = await chat.says('An', '/chuyende');
    expect(answer).toContain('chưa có chuyên đề');
    expect(answer).toContain('/chuyende tháng 1: ');
  });

  it('shows what applies today, the month before the quarter, the year and the term', async () => {
    await admin('/chuyende toàn khóa 2025-2030: Xây dựng Đảng trong sạch');
    await admin('/chuyende 2026 Liêm chính');
    await admin('/chuyende quý I: Tự soi, tự sửa');
    await admin('/chuyende tháng 1: Học tập Di chúc');
    await admin('/chuyende tháng 2: Việc tháng hai');
    const answer = await chat.says('An', '/cd');
    const order = ['Học tập Di chúc', 'Tự soi, tự sửa', 'Liêm chính', 'Xây dựng Đảng'];
    expect(order.map((title) => answer.indexOf(title))).toEqual(
      order.map((title) => answer.indexOf(title)).toSorted((a, b) => a - b),
    );
    expect(answer).toContain('Học tập Di chúc');
    expect(answer).not.toContain('Việc tháng hai');
  });

  it('has the topic of the new month on its first day', async () => {
    await admin('/chuyende tháng 1: Tháng một');
    await admin('/chuyende tháng 2: Tháng hai');
    await chat.clock.advance(18 * 24 * 3_600_000);
    expect(await chat.says('An', '/chuyende')).toContain('Tháng hai');
  });

  it('keeps the topics of units apart', async () => {
    await admin('/chuyende tháng 1: Của ấp 2');
    chat.platform.standings.set('khac:quantri', 'administrator');
    await chat.saysIn('khac', 'Quantri', '/lienket Chi đoàn 3');
    expect(await chat.saysIn('khac', 'An', '/chuyende')).not.toContain('Của ấp 2');
    expect(await chat.saysIn('khac', 'An', '/chuyende CD1')).toContain('Không có chuyên đề CD1');
  });
});

describe('setting a topic', () => {
  it.each([
    ['tháng 12: A b', 'Tháng 12/2026'],
    ['thang 12/2027 A b', 'Tháng 12/2027'],
    ['THÁNG 3 năm 2027 - A b', 'Tháng 03/2027'],
    ['T5: A b', 'Tháng 05/2026'],
    ['tháng này: A b', 'Tháng 01/2026'],
    ['tháng sau A b', 'Tháng 02/2026'],
    ['tháng sáu: A b', 'Tháng 06/2026'],
    ['12: A b', 'Tháng 12/2026'],
    ['quý IV/2026: A b', 'Quý 4/2026'],
    ['quý sau: A b', 'Quý 2/2026'],
    ['2026 A b', 'Năm 2026'],
    ['năm sau: A b', 'Năm 2027'],
    ['toàn khoá 2025 – 2030: A b', 'Toàn khóa 2025-2030'],
    ['2026-2031: A b', 'Toàn khóa 2026-2031'],
    ['chuyên đề tháng 12: A b', 'Tháng 12/2026'],
    ['tháng 12, năm 2027 A b', 'Tháng 12/2027'],
    ['tháng sáu năm sau: A b', 'Tháng 06/2027'],
    ['T.4/27: A b', 'Tháng 04/2027'],
    ['QIV: A b', 'Quý 4/2026'],
    ['nhiệm kỳ từ 2025 đến 2030: A b', 'Toàn khóa 2025-2030'],
  ])('understands “%s” as %s', async (line, period) => {
    const answer = await admin(`/chuyende ${line}`);
    expect(answer).toContain(`${period} (CD1): A b`);
  });

  it('takes a month that is over for the one of next year, and says so', async () => {
    await chat.clock.advance(200 * 24 * 3_600_000);
    expect(await admin('/chuyende tháng 2: A b')).toContain('Tháng 02/2027');
    expect(await admin('/chuyende tháng 8: A b')).toContain('Tháng 08/2026');
  });

  it('is for administrators, seeing is for everyone', async () => {
    expect(await chat.says('An', '/chuyende tháng 1: A b')).toContain('dành cho quản trị viên');
    expect(await chat.says('An', '/chuyende xóa CD1')).toContain('dành cho quản trị viên');
    expect(await chat.says('An', '/chuyende 1: A\n2: B')).toContain('dành cho quản trị viên');
    expect(await chat.says('An', '/chuyende')).toContain('chưa có chuyên đề');
  });

  it('asks which period a title without one is for', async () => {
    expect(await admin('/chuyende Học tập Bác')).toContain('của kỳ nào');
    expect(labels()).toContain('Tháng 02/2026');
    expect(await chat.presses('Quantri', 'Tháng 02/2026')).toContain('Tháng 02/2026 (CD1): Học tập Bác');
  });

  it('asks again when the answer names no period', async () => {
    await admin('/chuyende Học tập Bác');
    expect(await admin('chiều mai')).toContain('Chưa hiểu kỳ “chiều mai”');
    expect(await admin('quý 2')).toContain('Quý 2/2026 (CD1): Học tập Bác');
  });

  it('makes a short title at a word border, or takes the one after a bar', async () => {
    const long = 'Tiếp tục đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh';
    expect(await admin(`/chuyende tháng 1: ${long}`)).toContain(
      'Gọi ngắn: Tiếp tục đẩy mạnh học tập và làm theo tư tưởng, đạo đức…',
    );
    expect(await admin(`/chuyende tháng 2: ${long} | Học tập Bác`)).toContain('Gọi ngắn: Học tập Bác');
  });

  it('shows what was typed as it was typed, never as markup', async () => {
    await admin('/chuyende tháng 1: <b>Đậm</b> & @moi /duyet');
    const markup = chat.platform.posted.at(-1)?.message.text.markup;
    expect(markup).toContain('&lt;b&gt;Đậm&lt;/b&gt; &amp; @');
  });

  it.each([
    ['tháng 13: A', 'Không có tháng 13'],
    ['tháng 0: A', 'Không có tháng 0'],
    ['quý 5: A', 'Không có quý 5'],
    ['2126 A', 'Năm 2126 xa quá'],
    ['tháng 2/1926: A', 'Năm 1926 xa quá'],
    ['toàn khóa: A', 'cần hai năm'],
    ['toàn khóa 2030-2025: A', 'cần hai năm'],
    ['thang sau: A', 'tháng sau hoặc tháng sáu'],
    ['tháng 1-3: A', 'gồm nhiều kỳ'],
    ['quý 1-2/2026: A', 'gồm nhiều kỳ'],
    ['Tháng Bảy tri ân', 'của kỳ nào'],
    ['Năm qua nhìn lại', 'của kỳ nào'],
    ['tháng 1: ...', 'Chưa có chuyên đề'],
    [`tháng 1: ${'rất dài '.repeat(700)}`, 'Tên chuyên đề dài 5.599 ký tự, tối đa 300'],
    [`tháng 1: A b | ${'dài '.repeat(20)}`, 'Tên ngắn dài'],
    ['tháng 1: A | b | c', 'Nhiều dấu |'],
  ])('refuses “%s” in words', async (line, words) => {
    const answer = await admin(`/chuyende ${line}`);
    expect(answer).toContain(words);
    expect(await chat.says('An', '/chuyende CD1')).toContain('Không có chuyên đề CD1');
  });
});

describe('the same period twice', () => {
  it('is replaced and said so, and a button keeps both', async () => {
    await admin('/chuyende tháng 1: Cũ hơn');
    expect(await admin('/chuyende tháng 1: Mới hơn')).toContain('Thay cho: CD1 – Cũ hơn');
    expect(await chat.says('An', '/chuyende')).not.toContain('Cũ hơn');
    await chat.presses('Quantri', 'Giữ cả CD1');
    const answer = await chat.says('An', '/chuyende');
    expect(answer).toContain('Cũ hơn');
    expect(answer).toContain('Mới hơn');
  });

  it('with “thêm” is one more', async () => {
    await admin('/chuyende tháng 1: Một chuyên đề');
    expect(await admin('/chuyende thêm tháng 1: Một nữa')).not.toContain('Thay cho');
    const answer = await chat.says('An', '/chuyende');
    expect(answer).toContain('Một chuyên đề');
    expect(answer).toContain('Một nữa');
  });

  it('with the same title keeps its code and its materials', async () => {
    await admin('/chuyende tháng 1: Học tập Di chúc | Di chúc');
    await admin('/tailieu CD1 Bản gốc Di chúc');
    const answer = await admin('/chuyende tháng 1: HỌC TẬP DI CHÚC');
    expect(answer).toContain('(CD1)');
    expect(answer).toContain('Bản gốc Di chúc');
    expect(answer).not.toContain('Thay cho');
  });

  it('has at most ten topics at once', async () => {
    for (let count = 1; count <= 10; count += 1) await admin(`/chuyende thêm tháng 1: Chuyên đề số ${count}`);
    expect(await admin('/chuyende thêm tháng 1: Nữa')).toContain('nhiều nhất 10');
  });
});

describe('taking a topic out', () => {
  it('removes it and can bring it back with its materials', async () => {
    await admin('/chuyende tháng 1: Học tập Di chúc');
    await admin('/tailieu CD1 Bản gốc');
    expect(await admin('/chuyende xóa CD1')).toContain('Đã xóa: CD1');
    expect(await chat.says('An', '/chuyende')).toContain('chưa có chuyên đề');
    expect(await admin('/chuyende xóa CD1')).toContain('CD1 đã được xóa');
    expect(await chat.presses('Quantri', 'Lấy lại CD1')).toContain('Bản gốc');
    expect(await chat.says('An', '/chuyende CD1')).toContain('Học tập Di chúc');
  });

  it('refuses a code that the unit does not have', async () => {
    expect(await admin('/chuyende xóa CD9')).toContain('Không có chuyên đề CD9');
    expect(await admin('/chuyende xóa VT1')).toContain('Không có chuyên đề VT1');
  });
});

describe('/chuyende and a period', () => {
  it('shows all of a year in the order of time', async () => {
    await admin('/chuyende tháng 12: Cuối năm');
    await admin('/chuyende tháng 2: Đầu năm');
    await admin('/chuyende 2026: Cả năm');
    const answer = await chat.says('An', '/chuyende 2026');
    const order = ['Cả năm', 'Đầu năm', 'Cuối năm'].map((title) => answer.indexOf(title));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(await chat.says('An', '/chuyende 2027')).toContain('Chưa có chuyên đề cho Năm 2027');
  });

  it('works in English too', async () => {
    await admin('/ngonngu English');
    expect(await admin('/topic month 12: Integrity')).toContain('Month 12/2026 (CD1): Integrity');
    expect(await admin('/topic remove CD1')).toContain('Removed: CD1');
  });
});

function admin(text: string) {
  return chat.says('Quantri', text);
}

function labels() {
  return (
    chat.platform.posted
      .at(-1)
      ?.message.buttons?.flat()
      .map(({ label }) => label) ?? []
  );
}
