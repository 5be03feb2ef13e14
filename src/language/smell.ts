import { longest, mapIf, oneOf, says, token, unless } from './grammar/grammar.ts';
import { anyNumber, loneNumber } from './grammar/numbers.ts';
import type { Reader } from './grammar/reader.ts';
import { awaited } from './moments/atoms.ts';
import { englishMonth } from './moments/months.ts';

/** Conditions and changes of a rule, in any company. */
export const condition: Reader<unknown> = unless(
  anyOf(
    'nếu | kể từ | tính từ | ngoại trừ | trừ | trừ khi | bắt đầu | lần lượt | luân phiên | xen kẽ | trùng',
    'rơi vào | chuyển sang | chuyển qua | dời sang | lùi sang | dời lại | lùi lại | không họp',
    'không sinh hoạt | âm lịch | âl | rằm | một lần | hai lần | ba lần | bốn lần | sau giờ | ngoài giờ',
    'trước giờ | chậm nhất | muộn nhất | sớm nhất | trễ nhất | cho tới | cho đến | tuần lẻ | tuần chẵn',
    'tháng lẻ | tháng chẵn | of the quarter | of the year | of the month | ngày lẻ | ngày chẵn | hết năm | trong năm học | trong hè | trong mùa | có mặt lúc | 1 lần | 2 lần | 3 lần | 4 lần',
    'except | excluding | unless | until | if | starting | beginning | apart from | skipping | skip',
    'twice | alternate | alternating | lunar | but not | not in',
  ),
  // Where "tru" is no "trừ" and "neu" no "nếu".
  anyOf(
    'sở | cột | trì | sâu | gian | gương | cao | ý kiến | vấn đề | trăng | tiểu học | mẫu giáo | lắp',
    'hợp | thu | tâm | ương | học | niên | đoàn | bình | thành | kiên | cấp | đội | tướng | quốc | thực | tuần',
  ),
);

/** Of these a part looks like a condition. */
export const compound: Reader<unknown> = anyOf(
  'khai trừ | bài trừ | loại trừ | diệt trừ | phòng trừ | khấu trừ | trăng rằm | bù trừ | trùng tu',
  'ngân hàng | bán hàng | hàng hóa | khách hàng | từ thiện | từ xa | hằng nga | trước mắt | từ điển',
  'nước sạch | côn trùng | ký sinh trùng | năm học mới | trung với | trung thành | trung hiếu | trung ương',
  'trung học | trung tâm | trung thực | trung kiên | trung thu | trung bình | trung cấp | trung đội | trung đoàn',
);

/** "monthly" beside a monthly rule says nothing new. */
export const often: Reader<unknown> = anyOf(
  'quarterly | monthly | weekly | daily | yearly | annually | fortnightly | biweekly | bimonthly',
);

const leaning = anyOf(
  'từ | đến | đến hết | hết | tới | riêng | mỗi | hằng | hàng | từng | mọi | cứ | cách | nghỉ | nhắc',
  'sau | trước | nửa | trễ | muộn | sớm | tức | nhằm | các | những | hoặc | và | hoãn | from | till',
  'every | each | since | only | through | between | remind | before | after | or | and | to | next',
  'last | this | half | a | an | not | no | in | on',
);

/** Left at an end these lean on nothing; no name ends so. */
export const hanging: Reader<number> = anyOf(
  'từ | đến | hết | tới | riêng | mỗi | hằng | hàng | từng | các | những | trừ | sớm | muộn',
  'nhắc | báo trước | lúc | vào | và | hoặc | cứ | mọi | cách | có mặt | every | each | from | until',
  'and | or | remind | early | late | only | to | cách nhật | nghỉ | off',
);

/** "trước ngày 25", "sau 5/2": neither the day nor a name. */
export const beside: Reader<unknown> = anyOf('trước | sau | ngoài | before | after | by');

const units = anyOf(
  'giờ | phút | tiếng | ngày | hôm | bữa | tuần | tuần lễ | tháng | quý | quí | năm | h | g | hour',
  'hours | minute | minutes | day | days | week | weeks | month | months | quarter | quarters | year',
  'years | weekend | weekends | buổi | kỳ | lần | times | sessions',
);

const roman = anyOf('i | ii | iii | iv');
const seasons = anyOf('tết | hè | mùa mưa | nghỉ lễ | lễ | summer | holidays | holiday');
const which = anyOf('sau | tới | này | trước | lẻ | chẵn | cuối | đầu');
const months = mapIf(englishMonth, (month) => (month === 5 ? undefined : month));

/** "tháng 3", "quý I", "3 ngày", "tháng Tết", "July": of a time, or of a name. */
export const measured: Reader<unknown> = longest<unknown>(
  pair(
    anyOf('tuần | tháng | quý | quí | năm | ngày | mùng | mồng | thứ | week | month | quarter'),
    oneOf<unknown>(loneNumber, roman, seasons, which),
  ),
  pair(anyNumber, units),
  months,
);

const figureAlone: Reader<unknown> = unless(
  loneNumber,
  token((here) => here.kind === 'word'),
);

const timeFollows = longest<unknown>(measured, units, seasons, months, figureAlone, awaited);

/** "mỗi tuần một câu chuyện", "mỗi đoàn viên một việc": a name. */
const ofEach = pair(units, anyOf('một | 1'));

/** "từ tháng 3", "nghỉ hè", "mỗi quý". */
export const leansOnTime: Reader<unknown> = pair(leaning, unless(timeFollows, anyOf('một | 1')));

function anyOf(...lists: readonly string[]): Reader<number> {
  return says(...lists.flatMap((list) => list.split(' | ')));
}

function pair(first: Reader<unknown>, second: Reader<unknown>): Reader<unknown> {
  return (line, at) => {
    const one = first(line, at);
    return one && second(line, one.next);
  };
}

/** What takes figures into a name: "sơ kết 6 tháng", "giao ban tháng 3", "kỷ niệm 96 năm". */
export const binder: Reader<unknown> = anyOf(
  'sơ kết | tổng kết | kỷ niệm | giao ban | chuyên đề | kế hoạch | nhiệm vụ | báo cáo | phong trào | lễ',
  'nhân | mừng | chào mừng | phát động | đợt | nhiệm kỳ | chương trình | nghị quyết | kết luận',
  'chỉ thị | quyết định | phương hướng | công tác | thành lập | truyền thống | khóa | lớp | chiến dịch',
  'hưởng ứng | đề án | rà soát | đánh giá | triển khai | kiểm điểm | bình xét | quyết toán | dự toán',
  'học kỳ | năm học | ngày hội | tháng hành động | tập huấn | thương binh | nộp | thu | chuẩn bị',
  'hội thi | cuộc thi | hội thao | ngày | review | report | anniversary',
);

/** "Chủ nhật xanh", "Ngày thứ bảy tình nguyện": a day that gives a name. */
export const namedAfterDay: Reader<unknown> = anyOf(
  'xanh | đỏ | hồng | tình nguyện | về cơ sở | yêu thương | nghĩa tình | văn minh | sạch | vì | cùng',
  'an toàn | nhân ái | tri ân | nông thôn | môi trường | hạnh phúc | không | đẹp | văn hóa',
);

export const givesName: Reader<unknown> = pair(anyOf('mỗi | mỗi một'), ofEach);
