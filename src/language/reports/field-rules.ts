import { findPhrases, vocabularyOf, type Word } from './report-words.ts';

/** What a deed is made of, where one word alone does not say its field. */
const PARTS = {
  find: 'nhặt, nhặt được, lượm, lượm được, đánh rơi, bỏ quên, để quên, bị rơi, làm rơi, chuyển nhầm, của rơi, ví rơi, tiền rơi, tìm chủ, tìm chủ nhân, tìm người mất, trúng độc đắc, trúng số, không tham',
  return:
    'trả lại, trả, gửi lại, nộp công an, nộp ca, nộp phường, nộp xã, nộp cho, nộp cô, nộp lại, mang nộp, giao nộp công an, tìm trả, trả cho, giao cho công an, tìm người trả',
  valuables:
    'ví, ví tiền, tiền, vàng, điện thoại, iphone, nhẫn, túi, túi xách, túi tiền, bóp, triệu, tr, lắc, dây chuyền, giấy tờ, kim cương, bọc tiền, tờ vé, vé số, laptop, máy tính xách tay, balo, ba lô, chiếc ví, đồng, củ, phong bì rơi, tài sản',
  bribe: 'phong bì, bồi dưỡng, hối lộ, tiền cảm ơn, quà cảm ơn, nhận quà, quà biếu, lót tay',
  refuse: 'từ chối, không nhận, trả lại, trả, gửi lại, không lấy, kiên quyết không',
  land: 'hiến đất, hiến, đất, m2, nhường đất, tặng đất, mảnh đất',
  school:
    'trường, trường học, điểm trường, phòng học, lớp học, trạm y tế, nhà văn hóa, sân bóng, sân chơi, thư viện, trường mầm non, mầm non, nhà trẻ, mẫu giáo, nhà sinh hoạt cộng đồng, khu vui chơi, sân vận động',
  house:
    'nhà tình nghĩa, nhà nghĩa tình, nhà tình thương, nhà đại đoàn kết, nhà đồng đội, nhà cho, căn nhà, nhà ở cho',
  road: 'làm đường, mở đường, mở rộng đường, đường giao thông, bê tông, con đường, đường liên, đường vào, đường làng, đường thôn, tuyến đường',
  body: 'hiến máu, hiến thận, hiến tạng, hiến mô, hiến tiểu cầu, hiến tóc, hiến mái tóc, hiến giác mạc, hiến xác, hiến gan, hiến tủy, máu hiếm, đơn vị máu, tiểu cầu, mái tóc',
  care: 'khám, khám bệnh, khám chữa bệnh, chữa bệnh, bốc thuốc, châm cứu, mổ mắt, mổ tim, khám mắt, chữa răng, đo huyết áp',
  free: 'miễn phí, không lấy tiền, không thu tiền, phát thuốc, cấp thuốc, tặng thuốc, cấp phát thuốc, người nghèo, bệnh nhân nghèo, hộ nghèo, không công, 0 đồng, 0đ, từ thiện',
  aid: 'góp, quyên, quyên góp, ủng hộ, tặng, gửi, trao, mang, đập heo, góp tiền, chở hàng, cứu trợ, nấu, gói, chung tay giúp',
  disaster:
    'cháy, bị cháy, lũ, bão, lụt, bão lũ, lũ lụt, mưa lũ, vùng lũ, vùng bão, miền trung, thiên tai, sạt lở, vùng ngập, bị nạn',
  action:
    'dập, dập tắt, dập lửa, di dời, sơ tán, chằng chống, cứu, cứu hộ, cứu nạn, chữa cháy, gia cố, gặt, thu hoạch, lợp, lợp lại, dựng lại, khắc phục, dọn, dọn dẹp',
  rescue:
    'kéo, đỡ, đỡ được, cõng, vớt, ôm, dìu, bế, giữ, tông cửa, cứu, lao ra, lao xuống, nhảy xuống, tìm thấy',
  peril:
    'lên bờ, rơi xuống, rơi từ, ngập, nước xiết, nước lũ, lũ, cháy, đuối, chìm, kêu cứu, nhảy cầu, điện giật, mắc kẹt, sóng, dòng nước, trôi, sạt lở, đường ray, tự tử, chảy xiết',
} as const;

type Part = keyof typeof PARTS;
type RuledField = 'culture_society' | 'social_welfare' | 'public_service' | 'defense_security';
type Rule = {
  readonly field: RuledField;
  readonly weight: number;
  readonly all: readonly Part[];
  readonly none?: readonly Part[];
};

const RULES: readonly Rule[] = [
  { field: 'culture_society', weight: 6, all: ['find', 'return'], none: ['bribe'] },
  { field: 'culture_society', weight: 6, all: ['find', 'valuables'], none: ['bribe'] },
  { field: 'public_service', weight: 6, all: ['bribe', 'refuse'], none: ['find'] },
  { field: 'culture_society', weight: 6, all: ['land', 'school'], none: ['road', 'house'] },
  { field: 'social_welfare', weight: 6, all: ['land', 'house'], none: ['road'] },
  { field: 'social_welfare', weight: 6, all: ['body'] },
  { field: 'defense_security', weight: 4, all: ['rescue', 'peril'], none: ['body'] },
  { field: 'social_welfare', weight: 4, all: ['care', 'free'] },
  { field: 'social_welfare', weight: 4, all: ['aid', 'disaster'], none: ['action'] },
];

const VOCABULARIES = Object.entries(PARTS).map(
  ([part, phrases]) => [part, vocabularyOf([[true, phrases]])] as const,
);

/** What the words say together: found and returned is culture, land for a school is no road. */
export function ruledFields(words: readonly Word[]): readonly Rule[] {
  const said = new Set(
    VOCABULARIES.filter(([, vocabulary]) => !findPhrases(words, vocabulary).next().done).map(
      ([part]) => part,
    ),
  );
  return RULES.filter(
    ({ all, none = [] }) => all.every((part) => said.has(part)) && !none.some((part) => said.has(part)),
  );
}
