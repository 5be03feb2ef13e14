import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { guessSubjectName, guessSubjectType, isUnitName, SUBJECT_TYPES } from '../../src/language/subject.ts';
import { growthOfReading, PROPORTION } from '../support/growth.ts';

const Sample = z.object({ text: z.string(), kind: z.string(), subject_type: z.enum(SUBJECT_TYPES) });
const samples = readFileSync(new URL('./samples.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => Sample.parse(JSON.parse(line)));

describe('guessSubjectType', () => {
  it('is right for the collected good deeds', () => {
    const deeds = samples.filter(({ kind }) => kind === 'good_deed');
    const misses = deeds.filter(({ text, subject_type }) => guessSubjectType(text) !== subject_type);
    expect(misses.length / deeds.length).toBeLessThanOrEqual(0.05);
  });

  it.each([
    ['Anh Sùng Seo Páo giúp 3 hộ nghèo sửa nhà', 'individual'],
    ['Bà Tư giúp gia đình anh Nam lợp lại mái nhà', 'individual'],
    ['Bí thư chi đoàn Lê Văn Tám dạy kèm cho các em', 'individual'],
    ['Trưởng thôn Giàng A Páo vận động cả bản', 'individual'],
    ['đ/c Nam chi bộ 5 ủng hộ 2 triệu', 'individual'],
    ['sang nay em Lan lop 5A nhat duoc vi tien', 'individual'],
    ['truong ap Bay Hien hien 200m2 dat', 'individual'],
    ['bac Ba to 4 cat toc mien phi cho cac cu', 'individual'],
    ['Đảng viên Trần Văn Tấn kèm 5 hộ nghèo', 'individual'],
    ['Nhặt được của rơi, trả lại người mất', 'individual'],
    ['Giúp hội viên khó khăn sửa nhà', 'individual'],
    ['Gia đình ông Lâm Văn Kiệt hiến 1.200m2 đất', 'household'],
    ['ho ba Thi Ut tu nguyen thao do hang rao', 'household'],
    ['vo chong chu Tam nau com cho benh nhan', 'household'],
    ['Chị Vàng Thị Mỷ xin ra khỏi hộ nghèo', 'household'],
    ['Xã Đoàn Mỹ Đông trồng 500 cây', 'collective'],
    ['Liên đội trường tiểu học gom pin cũ', 'collective'],
    ['CLB thiện nguyện phát 200 phần quà cho gia đình chính sách', 'collective'],
    ['Các bạn sinh viên dạy bơi cho các em', 'collective'],
    ['bà con ấp 3 góp 200 ngày công', 'collective'],
    ['Đoàn viên giúp người dân cài VNeID', 'collective'],
    ['thanh nien ra quan nao vet muong', 'collective'],
    ['Thôn Nà Lang ra quân làm đường bê tông', 'collective'],
    ['Hai thanh niên nhảy xuống cứu bé gái', 'collective'],
    ['to hoa giai thon 8 hoa giai thanh vu tranh chap', 'collective'],
    ['Ra quân chủ nhật xanh, 22 bạn tham gia', 'collective'],
  ])('reads who did it: %s', (text, type) => {
    expect(guessSubjectType(text)).toBe(type);
  });

  it('takes what the caller expects when nobody is named', () => {
    expect(guessSubjectType('Camera an ninh toàn dân', 'collective')).toBe('collective');
  });
});

describe('guessSubjectName', () => {
  it.each([
    ['Sáng nay chị Trần Thị Hiền, tổ 7, nhặt được ví', 'chị Trần Thị Hiền, tổ 7'],
    ['chi hien to 7 nhat duoc vi tra lai nguoi mat', 'chi hien to 7'],
    ['Chị Hiền tổ 7 nhặt được ví có 3,2 triệu', 'Chị Hiền tổ 7'],
    ['Anh Nguyễn Văn Lành (dân quân ấp Bình An) cứu 2 em', 'Anh Nguyễn Văn Lành'],
    ['Cụ Nguyễn Thị Vốn, 81 tuổi, tự nguyện xin ra', 'Cụ Nguyễn Thị Vốn'],
    ['Đoàn xã ra quân ngày chủ nhật xanh', 'Đoàn xã'],
    ['Đoàn xã dọn kênh sáng nay 22 bạn', 'Đoàn xã'],
    ['xã Đoàn Mỹ Đông trồng 500 cây', 'xã Đoàn Mỹ Đông'],
    ['Công đoàn + Đoàn thanh niên bệnh viện nấu 220 suất cơm', 'Công đoàn + Đoàn thanh niên bệnh viện'],
    ['Vợ chồng anh Bùi Văn Tới, chị Ngọc nấu cháo', 'Vợ chồng anh Bùi Văn Tới, chị Ngọc'],
    ['Đ/c Lương Thị Thu – cán bộ một cửa – ở lại', 'Đ/c Lương Thị Thu'],
    ['chieu 12/1 ong Tam Loc cho 5 ho muon von', 'ong Tam Loc'],
  ])('keeps the name as typed: %s', (text, name) => {
    expect(guessSubjectName(text)).toBe(name);
  });

  it.each([
    [
      '2 em Phung Ngoc Tram va Tran Bao Anh lop 7B nhat duoc 12tr5',
      '2 em Phung Ngoc Tram va Tran Bao Anh lop 7B',
    ],
    [
      'đ/c Lò Văn Sơn (công an viên) với đ/c Vàng A Chu vận động',
      'đ/c Lò Văn Sơn (công an viên) với đ/c Vàng A Chu',
    ],
    [
      'Bà Hoàng Thị Huế cùng 7 thành viên CLB dưỡng sinh nhặt ve chai',
      'Bà Hoàng Thị Huế cùng 7 thành viên CLB dưỡng sinh',
    ],
    ['Đồng chí Hà Văn Ba cùng bà con be bờ', 'Đồng chí Hà Văn Ba'],
    ['Anh thợ điện lạnh Trần Văn Hai sửa quạt cho lớp học', 'Anh thợ điện lạnh Trần Văn Hai'],
    ['Cụ ông 88 tuổi Trịnh Bá Lộc đan giỏ tre', 'Cụ ông 88 tuổi Trịnh Bá Lộc'],
    ['Thấy cháu bé rơi xuống hồ, ông Lê Văn Thạch nhảy xuống cứu', 'ông Lê Văn Thạch'],
    ['Nhặt được ví ở cổng chợ, em Lê Văn Nam nộp công an', 'em Lê Văn Nam'],
    ['Bà Năm được nhóm thợ xây sửa lại mái nhà', 'nhóm thợ xây'],
    ['Anh Trung được trả lại ví nhờ em Vũ Gia Huy lớp 6B nhặt được', 'em Vũ Gia Huy lớp 6B'],
    ['Cụ Bảy bị ngã được em Trần Khánh Duy đưa vào trạm xá', 'em Trần Khánh Duy'],
    ['Thôn 6 có bà Hồ Thị Nghê nuôi 5 trẻ mồ côi', 'bà Hồ Thị Nghê'],
    ['Chiến sĩ Hoàng Đức Thịnh được nghỉ phép vẫn lao vào cứu người', 'Chiến sĩ Hoàng Đức Thịnh'],
    ['Bé An 4 tuổi bị ngã xuống ao được anh Phùng Văn Lợi nhảy xuống cứu', 'anh Phùng Văn Lợi'],
    ['Em Na bị bệnh tim, lớp 8C góp 4 triệu giúp em mổ', 'lớp 8C'],
    ['Cháu Minh đi lạc được các anh công an phường Hoàng Liệt đưa về', 'các anh công an phường Hoàng Liệt'],
    ['Nhà chị Mơ neo người, đoàn viên xóm 9 đến gặt giúp', 'đoàn viên xóm 9'],
    ['Anh Lợi bị cụt tay vẫn dạy nghề, được bà con quý trọng', 'Anh Lợi'],
    ['Ở xóm 5 vừa rồi có chị Nguyễn Thị Bình nhận nuôi 2 cháu', 'chị Nguyễn Thị Bình'],
    ['Nghệ nhân hát Soọng cô Lý Thị Cam dạy 30 cháu', 'Nghệ nhân hát Soọng cô Lý Thị Cam'],
    ['CLB hiến máu Giọt Hồng góp 8 đơn vị', 'CLB hiến máu Giọt Hồng'],
    ['Trại giam Nghĩa An tặng sách cho phạm nhân', 'Trại giam Nghĩa An'],
    ['VKSND tỉnh trao nhà tình nghĩa', 'VKSND tỉnh'],
    ['Từ đầu tháng đến nay Hội Đông y xã bốc thuốc miễn phí', 'Hội Đông y xã'],
    ['Hôm mùng 10 ông Đào Duy Khang mang gạo lên bản', 'ông Đào Duy Khang'],
    ['Sáng 22/11 chị Trần Thị Hiền nhặt được ví', 'chị Trần Thị Hiền'],
    ['truong thon A Sung van dong 14 ho hien dat', 'truong thon A Sung'],
    ['Ông Tư sửa cầu tre cho học sinh', 'Ông Tư'],
    ['chi nguyen thi hien nhat duoc vi', 'chi nguyen thi hien'],
    ['ANH NGUYỄN VĂN LÀNH CỨU HAI EM NHỎ', 'ANH NGUYỄN VĂN LÀNH'],
    ['Đồn BP cửa khẩu Lệ Thanh nuôi 2 cháu mồ côi', 'Đồn BP cửa khẩu Lệ Thanh'],
    ['Chị 🙏 Hiền tổ 7 😊 nhặt được ví', 'Chị Hiền tổ 7'],
    [`${'\n'.repeat(100_000)}Chị Hiền tổ 7 nhặt được ví`, 'Chị Hiền tổ 7'],
  ])('names who did it, as typed: %s', (text, name) => {
    expect(guessSubjectName(text)).toBe(name);
  });

  it.each([
    'Cháu bé bị lạc được đưa về với gia đình an toàn',
    'Trao quà cho em Nam, em Hùng, em Lan',
    'co mot ban hoc sinh giup cu gia qua duong',
  ])('never names who was helped: %s', (text) => {
    expect(guessSubjectName(text)).toBeUndefined();
  });

  it.each([
    ['Hai em Nam và Hùng nhặt được ví', 'individual'],
    ['2 em Nam và Hùng nhặt được ví', 'individual'],
    ['Em Nam và em Hùng nhặt được ví', 'individual'],
    ['3 bạn đoàn viên dọn kênh', 'collective'],
    ['Ông Sa Rây cùng vợ nấu cơm chay', 'household'],
    ['12 hộ bản Pá Khoang góp đất mở đường', 'collective'],
    ['Toàn thể giáo viên tặng một ngày lương', 'collective'],
    ['Cựu HS khóa 1998 tặng trường 5 máy tính', 'collective'],
    ['CỰU CHIẾN BINH LÊ XUÂN ĐỢI TẶNG XI MĂNG', 'individual'],
    ['Hạ sĩ Kiệt cùng đồng đội cứu bà con', 'collective'],
  ])('takes named people for individuals, however they are counted: %s', (text, type) => {
    expect(guessSubjectType(text)).toBe(type);
  });

  it.each([
    'Nhặt được của rơi, trả lại người mất',
    'Có một bạn học sinh giúp cụ già qua đường',
    'anh nhat duoc vi',
    'Mấy bạn đoàn viên đứng phân luồng giao thông',
    'Có ông khách du lịch dọn rác ở bãi Sau, quên hỏi tên',
    'Trong không khí vui tươi của ngày hội, chị Hoa tặng quà',
    'Chị Hoa',
  ])('does not guess a name: %s', (text) => {
    expect(guessSubjectName(text)).toBeUndefined();
  });
});

describe('isUnitName', () => {
  it('knows a unit from a sentence and from a person', () => {
    expect(isUnitName('Hội LHPN xã Trường Hòa')).toBe(true);
    expect(isUnitName('chi bo truong tieu hoc Le Loi')).toBe(true);
    expect(isUnitName('Công đoàn bệnh viện nấu cơm thứ 3')).toBe(false);
    expect(isUnitName('Chị Trần Thị Hiền')).toBe(false);
    expect(isUnitName('Đoàn')).toBe(false);
  });
});

describe('bad input', () => {
  it.each(['', '   ', '😊', '\u200f\u202e', ',,,((', '́'])('names nobody in %j', (text) => {
    expect(guessSubjectType(text)).toBe('individual');
    expect(guessSubjectName(text)).toBeUndefined();
  });

  it('reads decomposed letters', () => {
    expect(guessSubjectType('Gia đình bà Én hiến đất'.normalize('NFD'))).toBe('household');
    expect(guessSubjectName('Chị Hiền tặng quà'.normalize('NFD'))?.normalize('NFC')).toBe('Chị Hiền');
  });

  it.each(['chị Hoa, ', 'a', '"', ' ', '1 ', 'tổ 7, tổ 8 ', '💐'])(
    'is work in proportion to the length: “%s”…',
    async (piece) => {
      expect(await growthOfReading(guessSubjectType, piece)).toBeLessThan(PROPORTION);
      expect(await growthOfReading(guessSubjectName, piece)).toBeLessThan(PROPORTION);
    },
  );
});
