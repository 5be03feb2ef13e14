import { describe, expect, it } from 'vitest';
import { withoutTelex } from '../../src/language/telex-text.ts';

describe('withoutTelex', () => {
  it('reads what was typed with the input method off', () => {
    expect(withoutTelex('Chij Hieefn toor 7 nhawtj dduwowcj vis cos 3 trieeuj, ddax trar laij')).toBe(
      'Chị Hiền tổ 7 nhặt được ví có 3 triệu, đã trả lại',
    );
    expect(withoutTelex('anh Lafnh nhary xuoongs keenh cuwsu hai em nhor')).toBe(
      'anh Lành nhảy xuống kênh cứu hai em nhỏ',
    );
  });

  it.each([
    'Chị Hiền tổ 7 nhặt được ví',
    'chi Hien to 7 nhat duoc vi tra lai nguoi mat',
    'BS Ha Van Nam CLB xe hoi Sai Gon, app Zalo, VNeID',
    '',
  ])('leaves other texts as they are: %s', (text) => {
    expect(withoutTelex(text)).toBe(text);
  });
});
