import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FIELDS, guessField } from '../../src/language/fields.ts';
import { growthOfReading, PROPORTION } from '../support/growth.ts';

const Sample = z.object({ text: z.string(), field: z.enum(FIELDS) });
const samples = readFileSync(new URL('./samples.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => Sample.parse(JSON.parse(line)));

describe('guessField', () => {
  it('finds the field of the collected reports', () => {
    expect(share((text) => text)).toBeGreaterThanOrEqual(0.95);
  });

  it('finds it nearly as often when they are typed without diacritics', () => {
    expect(share(withoutMarks)).toBeGreaterThanOrEqual(0.9);
  });

  it('does not mind the Unicode form, capitals or the place of the tone', () => {
    expect(share((text) => text.normalize('NFD'))).toBe(share((text) => text));
    expect(guessField('HOÀ GIẢI THÀNH VỤ XÔ XÁT')).toBe('defense_security');
    expect(guessField('Hòa giải thành vụ xô xát')).toBe('defense_security');
  });

  it.each([
    ['Bà Tư qua đường thấy ví rơi liền nhặt nộp công an', 'culture_society'],
    ['Chị lao công thu gom rác nhặt được nhẫn vàng, tìm trả chủ nhà', 'culture_society'],
    ['Gia đình ông Bảo hiến 15.000 m2 đất xây 2 trường học', 'culture_society'],
    ['Gia đình ông Bảo hiến 1.500 m2 đất làm đường vào trường', 'environment'],
    ['Điều dưỡng Sô Phia trả lại phong bì 2 triệu cho người nhà', 'public_service'],
    ['Bác sĩ Quân hiến máu cứu sản phụ', 'social_welfare'],
    ['Tại cầu Bến Thủy, anh Dần giữ được cô gái định nhảy cầu', 'defense_security'],
    ['Đoàn phường ra quân Ngày thứ bảy tình nguyện giải quyết TTHC', 'public_service'],
    ['Chị em tổ 4 góp tiền giúp người bị cháy sạp', 'social_welfare'],
    ['Bộ đội Đồn Biên phòng Tam Thanh mở lớp phụ đạo cho 14 em thôn đảo', 'culture_society'],
    ['Bé Nam lao xuống kênh cứu bạn', 'defense_security'],
    ['Bác sĩ Dương nhẹ nhàng trả lại bao thư cho bà mẹ bệnh nhi', 'public_service'],
  ])('goes by what was done, not by who did it or where: %s', (text, field) => {
    expect(guessField(text)).toBe(field);
  });

  it('tells words apart by their diacritics where these are written', () => {
    expect(guessField('Mấy anh vá đường cho bà con')).toBe('environment');
    expect(guessField('Mấy chị nấu chè đường cho các cụ neo đơn')).toBe('social_welfare');
  });

  it.each(['Chị Hoa rất tốt', 'ok', '123', 'Nhân dịp này xin cảm ơn'])('leaves "%s" open', (text) => {
    expect(guessField(text)).toBeUndefined();
  });

  it.each(['', ' \n\t', '😊🎶', '\u200f\u202e', '|||', '́́'])('leaves the empty %j open', (text) => {
    expect(guessField(text)).toBeUndefined();
  });

  it('reads right-to-left marks between words as nothing', () => {
    expect(guessField('\u200fĐoàn xã dọn\u202c vệ sinh, trồng cây\u200e')).toBe('environment');
  });

  it.each(['chi bộ ', 'a', 'hiến đất ', 'é ', '💐', 'công an xã công '])(
    'is work in proportion to the length: “%s”…',
    async (word) => {
      expect(await growthOfReading(guessField, word)).toBeLessThan(PROPORTION);
    },
  );
});

function share(rewrite: (text: string) => string) {
  return samples.filter(({ text, field }) => guessField(rewrite(text)) === field).length / samples.length;
}

function withoutMarks(text: string) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd');
}
