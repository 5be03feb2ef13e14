import { describe, expect, it } from 'vitest';
import { startLinkedChat } from '../../support/start-test-chat.ts';

const DEED = 'Chị Hiền tặng 10 phần quà cho học sinh nghèo của ấp';
const MODEL = '/mohinh Nuôi ong dưới tán rừng | anh Lý A Dình, bản Sin Chải | hướng dẫn 9 hộ làm theo';

describe('what a person chose of a report', () => {
  it('stays when its words are corrected, by command and by editing the message', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`, { messageId: 'm1' });
    await chat.says('An', '/linhvuc VT1 Văn hóa');
    await chat.says('Quantri', '/doituong VT1 hộ gia đình');
    await chat.says('An', '/nguoi VT1 Gia đình chị Hiền');
    await chat.says('An', '/ngay VT1 12/1');
    const chosen =
      /Người thực hiện: Gia đình chị Hiền \(hộ gia đình\)\nLĩnh vực: Văn hóa - xã hội\nNgày: 12\/01\/2026/;
    expect(await chat.says('An', `/sua VT1 ${DEED} 2`)).toMatch(chosen);
    const edited = `/viectot Hôm qua anh Nam nấu cháo cho bệnh nhân nghèo`;
    expect(await chat.says('An', edited, { messageId: 'm1', edited: true })).toMatch(chosen);
  });

  it('is the doer and the day too, by buttons on the receipt', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    expect(await chat.presses('An', 'Đổi người')).toContain('Ai, tập thể nào thực hiện?');
    expect(await chat.says('An', 'Chị Hiền tổ 7')).toContain('Người thực hiện: Chị Hiền tổ 7');
    await chat.presses('An', 'Đổi ngày');
    expect(await chat.presses('An', 'hôm qua')).toContain('Ngày: 13/01/2026');
  });

  it('is said in one line of /sua, in any order, and leaves the words alone', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    const said = await chat.says('An', '/sua VT1 ngày: 10/1, người: Chị Hiền, tổ 7');
    expect(said).toMatch(
      /Tặng|Chị Hiền tặng 10 phần quà[\s\S]*Người thực hiện: Chị Hiền, tổ 7[\s\S]*Ngày: 10\/01\/2026/,
    );
    expect(said).toContain(DEED);
    expect(await chat.says('An', '/sua VT1 lĩnh vực: môi trường')).toContain('Môi trường, nông thôn mới');
    expect(await chat.says('An', '/sua VT1 lĩnh vực: gì đó')).toContain('Chưa có lĩnh vực này');
  });

  it('is no day that is open or still ahead', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    for (const day of ['tháng trước', 'mai', '20/1', '31/2', 'xyz'])
      expect(await chat.says('An', `/sua VT1 ngày: ${day}`)).toContain('Chưa rõ là ngày nào');
    expect(await chat.says('An', '/ngay VT1 20/1/2025')).toContain('Ngày: 20/01/2025');
  });

  it('is reviewed again when its sender changes it after it was verified', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    for (const line of [
      '/linhvuc VT1 Kinh tế',
      '/doituong VT1 tập thể',
      '/nguoi VT1 Hội LHPN ấp',
      '/ngay VT1 12/1',
    ]) {
      await chat.says('Quantri', '/duyet VT1');
      expect(await chat.says('An', line.replace('Kinh tế', 'Phát triển kinh tế'))).toContain('chờ duyệt');
      await chat.says('Quantri', '/duyet VT1');
      expect(await chat.says('Quantri', line.replace('Kinh tế', 'Phát triển kinh tế'))).toContain(
        'đã xác nhận',
      );
    }
  });

  it('of somebody else is not theirs to choose, nor of one that was withdrawn', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    expect(await chat.says('Binh', '/nguoi VT1 Anh Bình')).toContain('do người khác gửi');
    await chat.says('An', '/rut VT1');
    expect(await chat.says('An', '/ngay VT1 hôm qua')).toBe('VT1 đã được rút.');
  });
});

describe('the day of a report', () => {
  it('that vague words leave open is shown as not sure, until somebody says it', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('An', '/viectot Tháng trước anh Nam sửa cầu tre giúp bà con ấp 3')).toContain(
      'Ngày: chưa rõ, tạm ghi 31/12/2025',
    );
    expect(await chat.says('An', '/xem VT1')).toContain('chưa rõ');
    expect(await chat.says('An', '/ngay VT1 20/12/2025')).toContain('Ngày: 20/12/2025 ·');
  });

  it('of a model is the one that it names', async () => {
    const chat = await startLinkedChat();
    expect(
      await chat.says('An', '/mh Tủ đồ | Hội LHPN xã | ra mắt ngày 15/12/2025, đã giúp 30 lượt người'),
    ).toContain('Ngày: 15/12/2025');
  });
});

describe('a model whose content is corrected', () => {
  it('keeps its title, owner, field and kind of doer', async () => {
    const chat = await startLinkedChat();
    const kept =
      /Nuôi ong dưới tán rừng[\s\S]*anh Lý A Dình, bản Sin Chải \(cá nhân\)\nLĩnh vực: Phát triển kinh tế/;
    expect(await chat.says('An', MODEL)).toMatch(kept);
    expect(await chat.says('An', '/sua MH1 hướng dẫn 12 hộ làm theo')).toMatch(kept);
    await chat.says('Quantri', '/duyet MH1');
    expect(await chat.says('Quantri', '/sua MH1 đã dọn rác cùng 15 hộ làm theo')).toMatch(kept);
  });

  it('is read anew where its owner is another one', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', MODEL);
    expect(
      await chat.says('An', '/sua MH1 Nuôi ong dưới tán rừng | Hội Nông dân xã | hướng dẫn 12 hộ'),
    ).toContain('Hội Nông dân xã (tập thể)');
  });
});

describe('a model in one line', () => {
  it.each([
    'Con nuôi đồn biên phòng - Đồn BP cửa khẩu Lệ Thanh - nuôi 2 cháu mồ côi',
    'Con nuôi đồn biên phòng, Đồn BP cửa khẩu Lệ Thanh, nuôi 2 cháu mồ côi',
    'Con nuôi đồn biên phòng của Đồn BP cửa khẩu Lệ Thanh: nuôi 2 cháu mồ côi',
    'Đồn BP cửa khẩu Lệ Thanh: mô hình Con nuôi đồn biên phòng, nuôi 2 cháu mồ côi',
  ])('needs no question: %s', async (line) => {
    const chat = await startLinkedChat();
    expect(await chat.says('An', `/mohinh ${line}`)).toMatch(
      /MH1\nCon nuôi đồn biên phòng\nnuôi 2 cháu mồ côi[\s\S]*: Đồn BP cửa khẩu Lệ Thanh \(tập thể\)/,
    );
  });
});
