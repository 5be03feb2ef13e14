/**
 * A month of a unit, as its people type it. The same script runs on every platform; what it must come to was
 * added up by hand from the reports below.
 */
export type Step =
  /** Somebody writes a line in the group. */
  | { who: string; says: string }
  /** Somebody presses a button of the newest message that has one so labelled; `number` is its place. */
  | { who: string; presses: string; number: number }
  | { days: number };

/** Monday, and eight in the morning. */
export const MONTH_BEGINS = '2026-11-30T08:00:00+07:00';

/** Name, command and report of the good deeds, by the week in which they were sent. */
const FIRST_WEEK = [
  says('hoa', '/viectot chi Hoa to 3 nhat duoc dien thoai o cho, da tra lai cho chu 😊'),
  says(
    'hoa',
    '/vt Gia đình bà Lò Thị Én, bản Nà Phát, tự nguyện hiến 600m2 nương để xây điểm trường mầm non',
  ),
  says(
    'lan',
    '/viectot Đoàn xã ra quân ngày chủ nhật xanh: 45 đoàn viên dọn vệ sinh 2km đường, trồng 120 cây bàng đài loan',
  ),
  says('lan', '/viec_tot Chị em phụ nữ thôn 5 góp gạo 120kg giúp 6 hộ bị cháy nhà'),
  says('minh', '/ViecTot Tổ một cửa xã trả hồ sơ tại nhà cho 5 người già yếu, khuyết tật trong tuần'),
  says(
    'minh',
    '/viectot Bí thư chi bộ thôn Trung tự nguyện nêu gương phá tường rào nhà mình trước để mở đường, sau đó 11 hộ làm theo',
  ),
  says(
    'hoa',
    '／viectot Em Thào A Sùng dẫn đường giúp tổ tuần tra biên giới, báo tin kịp thời vụ vượt biên trái phép',
  ),
];
const SECOND_WEEK = [
  says('hoa', '/viectot bà con tổ dân phố 9 chung tay lắp 14 camera an ninh, tổng 42 triệu xã hội hóa 100%'),
  says('hoa', '/vt Hội khuyến học thôn Thượng đập heo đất được 7tr850, trao 10 suất học bổng'),
  says('lan', '/vt Bạn Ngô Thanh Trúc (Đoàn khối cơ quan) tặng 40 đầu sách cho tủ sách thiếu nhi xã'),
  says('lan', '/vt Nghệ nhân Đinh Thị Bưởi mở lớp dạy hát ví dặm miễn phí cho 22 cháu trong xóm 🎶'),
  says('minh', '/vt Anh Sùng Seo Páo tặng 30 con gà giống cho 3 hộ nghèo trong bản, kèm hướng dẫn kỹ thuật'),
  says('minh', '/gooddeed ong Tam Loc cho 5 ho muon von ko tinh lai moi ho 10 trieu de mua heo giong'),
];
const THIRD_WEEK = [
  says('hoa', '/vt HTX rau sạch Cây Da bao tiêu giúp 17 hộ bị ép giá, cao hơn thị trường 1.500đ/kg'),
  says('hoa', '/vt Phòng Văn hóa thay giấy mời giấy bằng giấy mời điện tử, tiết kiệm 1tr2 tháng này'),
  says(
    'lan',
    '/vt Cộng tác viên truyền thanh Lò Văn Thoong dịch bản tin sang tiếng Thái, phát mỗi sáng cho bà con nghe',
  ),
  says('lan', '/vt CLB cờ tướng NCT phường quyên 6.300.000 đ giúp cụ Tư Đờn mổ mắt'),
  says('minh', '/vt Hội Người cao tuổi tuyến đường "Tuổi cao gương sáng" trồng thêm 200m hoa mười giờ 🌸'),
  says('minh', '/vt Cụ Nguyễn Thị Vốn, 81 tuổi, tự nguyện xin ra khỏi hộ nghèo!'),
];
const FOURTH_WEEK = [
  says('hoa', '/vt Bé Na lớp 2 đập ống heo 435k gửi các bạn vùng lũ 🥰'),
  says(
    'hoa',
    '/vt Nhóm thợ hồ ấp Giồng Ổi xây giúp nhà tình thương cho bà Tư Lài 26 ngày công ko lấy tiền, bà con góp 65tr',
  ),
  says('lan', '/vt Chùa Phước Hậu Mới tặng 200 suất cơm chay mỗi rằm'),
  says('lan', '/vt Dân quân giúp bà con gặt chạy bão 4,5ha'),
  says('minh', '/vt Tài xế Mười Kha chở miễn phí bệnh nhân nghèo đi viện, tháng rồi 11 chuyến'),
];

/** Two in each of the first three weeks; one of them is asked who carries it out. */
const FIRST_MODELS = [
  says(
    'hoa',
    '/mohinh Tủ đồ nhân ái | Hội LHPN xã Trường Hòa | Ai thừa đến cho, ai thiếu đến lấy; nhận 2.150 bộ quần áo, giúp 380 lượt người',
  ),
  says('lan', '/mh Em nuôi của Đoàn | Đoàn xã | Đỡ đầu 12 em học sinh khó khăn, mỗi em 300k/tháng'),
];
const SECOND_MODELS = [
  says(
    'lan',
    '/mohinh Vườn ươm cây xanh | Xã Đoàn Mỹ Lợi | Ươm 1.500 cây sao, dầu, bàng, phát cho 9 ấp trồng ven đường',
  ),
  says('minh', '/mohinh'),
  says('minh', 'Camera an ninh toàn dân'),
  says('minh', 'Công an xã'),
  says('minh', '6 ấp, 92 mắt camera, kinh phí vận động 276 triệu, trộm cắp giảm 60%'),
];
const THIRD_MODELS = [
  says(
    'hoa',
    '/model Bữa cơm nghĩa tình | Công đoàn bệnh viện | Nấu cơm thứ 3, thứ 6 hằng tuần, bình quân 150 suất mỗi buổi cho bệnh nhân nghèo',
  ),
  says(
    'minh',
    '/mh Thư viện ước mơ | Điểm trường Tả Phìn Hồ | 1.200 đầu sách do xã hội hóa, tổng 45 triệu đồng',
  ),
];

/** 30 reports: 24 good deeds and 6 models. */
export const MONTH: readonly Step[] = [
  says('quantri', '/lienket Chi bộ ấp 2'),
  says(
    'quantri',
    '/nhaclich 19h30 ngày 5 hằng tháng Sinh hoạt chi bộ, trước 3 ngày và 2 tiếng, tại nhà văn hóa ấp 2',
  ),
  { who: 'quantri', presses: 'Đúng, đặt lịch', number: 1 },
  says('quantri', '/nhaclich 20h ngày 15/12 Họp tổng kết năm, trước 1 ngày'),
  { who: 'quantri', presses: 'Đúng, đặt lịch', number: 1 },
  ...FIRST_WEEK,
  ...FIRST_MODELS,
  { days: 1 },
  says('tonghop', '/duyet VT1 VT2 VT3 VT4 vt-5, #vt6'),
  says('tonghop', '/tralai VT7 thiếu ngày và nơi xảy ra'),
  says('tonghop', '/duyet mh1 MH2'),
  says('hoa', '/sua VT7 Em Thào A Sùng dẫn đường giúp tổ tuần tra biên giới ở bản Nà Phát, báo tin kịp thời'),
  says('tonghop', '/duyet VT7'),
  { days: 6 },
  ...SECOND_WEEK,
  ...SECOND_MODELS,
  says('tonghop', '/duyet VT8 VT9 VT10 VT11 VT12 VT13 MH3 MH4'),
  says('lan', '/rut VT11'),
  says('tonghop', '/tuan'),
  { days: 7 },
  ...THIRD_WEEK,
  ...THIRD_MODELS,
  says('tonghop', '/duyet VT14 VT15 VT16 VT17 VT18 VT19'),
  says('tonghop', '/duyet MH5 MH6'),
  { days: 7 },
  ...FOURTH_WEEK,
  says('tonghop', '/duyet VT20 VT21 VT22'),
  says('tonghop', '/tralai VT23 ai tham gia?'),
  { days: 11 },
  says('tonghop', '/thang trước'),
];

/** Said at 8:00 on Monday, 07/12/2026: 5 deeds (VT8–VT13 without VT11, which was withdrawn) and 2 models. */
export const SECOND_WEEK_SUMMARY = `BÁO CÁO TUẦN 50/2026 (07/12 – 13/12/2026)
Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh
Chi bộ ấp 2

Tình hình chung
• Việc tốt: 5 (tuần trước 7, giảm 2) – cá nhân 3, tập thể 2, hộ gia đình 0
• Mô hình mới: 2 (tuần trước 2, bằng nhau) – cá nhân 0, tập thể 2, hộ gia đình 0
• Báo cáo nhận được: 7 – đã xác nhận 7, chờ duyệt 0, cần bổ sung 0

Theo lĩnh vực (việc tốt/mô hình mới)
Phát triển kinh tế 2/0 · Văn hóa - xã hội 2/0 · Quốc phòng, an ninh 1/1 · Môi trường, nông thôn mới 0/1`;

/**
 * The month: 30/11 is of November, so the first week's nine reports count for it, and VT24, which tells of last month.
 * December has 16 deeds, of which VT11 is withdrawn and VT23 returned: 14; and 4 models.
 */
export const MONTH_SUMMARY = `BÁO CÁO THÁNG 12/2026 (01/12 – 31/12/2026)
Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh
Chi bộ ấp 2

Tình hình chung
• Việc tốt: 14 (tháng trước 7, tăng 7) – cá nhân 5, tập thể 8, hộ gia đình 1
• Mô hình mới: 4 (tháng trước 2, tăng 2) – cá nhân 0, tập thể 4, hộ gia đình 0
• Báo cáo nhận được: 19 – đã xác nhận 18, chờ duyệt 0, cần bổ sung 1

Theo lĩnh vực (việc tốt/mô hình mới)
Tuyên truyền 1/0 · Phát triển kinh tế 4/0 · Văn hóa - xã hội 2/1 · An sinh, nhân đạo 4/1 · Cải cách hành chính, công vụ 1/0 · Quốc phòng, an ninh 1/1 · Môi trường, nông thôn mới 1/1`;

/** What the bot must have posted of its own accord, in this order, by 01/01/2027. */
export const MONTH_REMINDERS = [
  '🔔 Sinh hoạt chi bộ\nThời gian: thứ Bảy, 05/12/2026, 19 giờ 30\nĐịa điểm: nhà văn hóa ấp 2',
  '🔔 Còn 2 giờ nữa: Sinh hoạt chi bộ\nThời gian: 19 giờ 30, thứ Bảy, 05/12/2026\nĐịa điểm: nhà văn hóa ấp 2',
  '🔔 Họp tổng kết năm\nThời gian: thứ Ba, 15/12/2026, 20 giờ 00',
] as const;

function says(who: string, line: string): Step {
  return { who, says: line };
}
