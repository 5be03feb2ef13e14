import { findPhrases, vocabularyOf, type Word } from './report-words.ts';

/** What a deed is made of, where one word alone does not say its field. */
const PARTS = {
  find: `
    bị mất, bị rơi, bỏ quên, chuyển nhầm, của rơi, đánh rơi, để quên, đuổi theo trả, khách quên, không tham,
    làm rơi, lượm, lượm được, mất bóp, mất giấy tờ, mất túi, mất ví, nhặt, nhặt được, quên, tiền rơi, tìm chủ,
    tìm chủ nhân, tìm người mất, trúng độc đắc, trúng số, ví rơi`,
  return: `
    giao cho công an, giao nộp công an, giữ lại trả, gửi lại, hoàn trả, mang nộp, nộp ca, nộp cho, nộp cô,
    nộp công an, nộp lại, nộp phường, nộp xã, tìm người trả, tìm trả, trả, trả cho, trả lại, trao trả`,
  valuables: `
    ba lô, balo, bọc tiền, bóp, chiếc ví, củ, dây chuyền, điện thoại, đồng, giấy tờ, iphone, kim cương,
    laptop, lắc, máy tính xách tay, nhẫn, phong bì rơi, tài sản, tiền, tờ vé, tr, triệu, túi, túi tiền,
    túi xách, vàng, vé số, ví, ví tiền`,
  bribe: `
    bao thư, bì thư, bồi dưỡng, hối lộ, lót tay, nhận quà, phong bì, quà biếu, quà cảm ơn, tiền cà phê,
    tiền cảm ơn, tiền trà nước`,
  refuse: 'gửi lại, không lấy, không nhận, kiên quyết không, trả, trả lại, từ chối',
  land: 'đất, hiến, hiến đất, m2, mảnh đất, nhường đất, tặng đất',
  school: `
    điểm trường, khu vui chơi, lớp học, mầm non, mẫu giáo, nhà sinh hoạt cộng đồng, nhà trẻ, nhà văn hóa,
    phòng học, sân bóng, sân chơi, sân vận động, thư viện, trạm y tế, trường, trường học, trường mầm non`,
  house: `
    căn nhà, nhà cho, nhà đại đoàn kết, nhà đồng đội, nhà nghĩa tình, nhà ở cho, nhà tình nghĩa,
    nhà tình thương`,
  road: `
    bê tông, con đường, đường giao thông, đường làng, đường liên, đường thôn, đường vào, làm đường, mở đường,
    mở rộng đường, tuyến đường`,
  body: `
    đơn vị máu, hiến gan, hiến giác mạc, hiến mái tóc, hiến máu, hiến mô, hiến tạng, hiến thận, hiến tiểu cầu,
    hiến tóc, hiến tủy, hiến xác, mái tóc, máu hiếm, tiểu cầu`,
  care: `
    bốc thuốc, châm cứu, chữa bệnh, chữa răng, đo huyết áp, khám, khám bệnh, khám chữa bệnh, khám mắt, mổ mắt,
    mổ tim`,
  free: `
    0 đồng, 0đ, bệnh nhân nghèo, cấp phát thuốc, cấp thuốc, hộ nghèo, không công, không lấy tiền,
    không thu tiền, miễn phí, người nghèo, phát thuốc, tặng thuốc, từ thiện`,
  aid: `
    chở, chở hàng, chung tay giúp, cứu trợ, dựng lại nhà, đập heo, đưa, gói, gói bánh, góp, góp tiền, gửi,
    mang, nấu, nấu bánh, phát, phát cơm, quyên, quyên góp, tặng, tặng lại, trao, ủng hộ`,
  disaster: `
    bão, bão lũ, bị cháy, bị nạn, cháy, chạy lũ, chạy lụt, cháy rụi, hỏa hoạn, lốc, lũ, lũ lụt, lụt,
    miền trung, mưa lũ, sạt lở, thiên tai, vùng bão, vùng lũ, vùng ngập, vùng sạt lở`,
  action: `
    chằng, chằng chống, chữa cháy, cứu, cứu hộ, cứu nạn, dập, dập lửa, dập tắt, di dời, dời, dọn, dọn dẹp, dựng lại, gặt,
    gia cố, khắc phục, lợp, lợp lại, sơ tán, thu hoạch`,
  rescue: `
    bế, cõng, cứu, dìu, đỡ, đỡ được, giữ, kéo, lao ra, lao xuống, nhảy xuống, ôm, ra khỏi, tìm thấy, tông cửa, vớt`,
  peril: `
    cháy, chảy xiết, chìm, dòng nước, điện giật, đuối, đường ray, kêu cứu, lên bờ, lũ, mắc kẹt, ngập,
    nhảy cầu, nước lũ, nước xiết, rơi từ, rơi xuống, sạt lở, sóng, trôi, tự tử`,
  saves: 'cứu, kéo được, lao ra, lao xuống, nhảy xuống, vớt được',
  water: 'ao, biển, giếng, hồ, kênh, mương, rạch, sông, suối',
  study: 'ăn học, đến trường, đi học, học bổng, khuyến học, quỹ khuyến học, suất học bổng',
  cell: 'chi bộ, đảng bộ, đảng ủy',
  members: 'đảng viên đăng ký, đảng viên kèm, đảng viên phụ trách, phân công',
} as const;

type Part = keyof typeof PARTS;
type RuledField =
  | 'culture_society'
  | 'party_building'
  | 'social_welfare'
  | 'public_service'
  | 'defense_security';
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
  { field: 'culture_society', weight: 3, all: ['study', 'aid'] },
  { field: 'party_building', weight: 3, all: ['cell', 'members'] },
  { field: 'social_welfare', weight: 6, all: ['body'] },
  { field: 'defense_security', weight: 4, all: ['rescue', 'peril'], none: ['body'] },
  { field: 'defense_security', weight: 4, all: ['saves', 'water'], none: ['body', 'peril'] },
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
