import type { Role } from '../../src/chat/access.ts';

/** Who may: everybody of the unit, or from a role upwards; `author`: who reported it, and coordinators. */
export type Needs = Role | 'author';

/**
 * A line that a command takes, who may have it done, and the tables that it then changes. What shows the unit's texts
 * only `shows`. `{SH}` is a session that is near, `{HELD}` one that has been.
 */
export type Line = {
  line: string;
  needs: Needs;
  changes?: readonly string[];
  shows?: true;
  /** To those of this role who may not it means something else that they may. */
  otherwise?: Role;
  /** It is done in private only, or in a group only. */
  only?: 'private' | 'group';
};

/** Every command of the bot, by its name, with at least one line for each thing that it may do. */
export const LINES: Readonly<Record<string, readonly Line[]>> = {
  start: [{ line: '/start', needs: 'member' }],
  lienket: [
    {
      line: '/lienket Đơn vị mới xacnhan',
      needs: 'administrator',
      changes: ['channels'],
      only: 'group',
    },
  ],
  chondonvi: [{ line: '/chondonvi', needs: 'member', only: 'private' }],
  doiten: [{ line: '/doiten Chi bộ ấp 2 mới', needs: 'administrator', changes: ['units'] }],
  ngonngu: [{ line: '/ngonngu English', needs: 'administrator', changes: ['channels'], only: 'group' }],
  donvi: [
    { line: '/donvi', needs: 'administrator', shows: true, only: 'private' },
    { line: '/donvi bỏ Cu xacnhan', needs: 'administrator', changes: ['roles'] },
    { line: '/donvi bỏ BIMAT2 xacnhan', needs: 'administrator', changes: ['channels'] },
  ],
  capquyen: [
    { line: '/capquyen Tác Giả tổng hợp', needs: 'administrator', changes: ['roles'] },
    { line: '/capquyen Cu thôi giao', needs: 'administrator', changes: ['roles'] },
  ],
  ketnoi: [{ line: '/ketnoi', needs: 'member', only: 'private' }],
  viectot: [
    { line: '/viectot MOITHU chị Hiền tổ 7 nhặt được ví, đã trả lại', needs: 'member', changes: ['reports'] },
  ],
  mohinh: [
    {
      line: '/mohinh MOITHU tủ đồ | Hội LHPN xã | 2.150 bộ quần áo, giúp 380 người',
      needs: 'member',
      changes: ['reports'],
    },
  ],
  xem: [{ line: '/xem VT1', needs: 'member', shows: true }],
  cuatoi: [{ line: '/cuatoi', needs: 'member' }],
  sua: [
    { line: '/sua VT1 SUATHU chị Hiền tổ 7 nhặt được ví, trả bà Tư', needs: 'author', changes: ['reports'] },
  ],
  rut: [{ line: '/rut VT1', needs: 'author', changes: ['reports'] }],
  khoiphuc: [{ line: '/khoiphuc VT2', needs: 'author', changes: ['reports'] }],
  linhvuc: [{ line: '/linhvuc VT1 Môi trường', needs: 'author', changes: ['reports'] }],
  doituong: [{ line: '/doituong VT1 tập thể', needs: 'author', changes: ['reports'] }],
  nguoi: [{ line: '/nguoi VT1 chị Hiền', needs: 'author', changes: ['reports'] }],
  ngay: [{ line: '/ngay VT1 hôm qua', needs: 'author', changes: ['reports'] }],
  choduyet: [{ line: '/choduyet', needs: 'coordinator', shows: true }],
  duyet: [{ line: '/duyet VT1', needs: 'coordinator', changes: ['reports'] }],
  tralai: [{ line: '/tralai VT1 thiếu tên người thực hiện', needs: 'coordinator', changes: ['reports'] }],
  chuyende: [
    { line: '/chuyende', needs: 'member', shows: true },
    { line: '/chuyende tháng 2: MOITHU tự soi, tự sửa', needs: 'administrator', changes: ['topics'] },
    { line: '/chuyende xóa CD1', needs: 'administrator', changes: ['topics'] },
  ],
  tailieu: [
    { line: '/tailieu CD1', needs: 'member', shows: true },
    { line: '/tailieu CD1 Đường cách mệnh', needs: 'administrator', changes: ['topic_materials'] },
    { line: '/tailieu CD1 xóa 1', needs: 'administrator', changes: ['topic_materials'] },
  ],
  themtailieu: [
    { line: '/themtailieu CD1 Đường cách mệnh', needs: 'administrator', changes: ['topic_materials'] },
  ],
  ngayle: [
    { line: '/ngayle', needs: 'member', shows: true },
    { line: '/ngayle nghỉ 25/11 MOITHU Ngày truyền thống', needs: 'administrator', changes: ['unit_days'] },
    { line: '/ngayle bỏ 24/11', needs: 'administrator', changes: ['unit_days'] },
  ],
  diemdanh: [
    { line: '/diemdanh {SH} có', needs: 'member', changes: ['attendance'] },
    { line: '/diemdanh {SH}', needs: 'coordinator', shows: true, only: 'private', otherwise: 'member' },
    { line: '/diemdanh {HELD} thêm Nguyễn Văn Khách', needs: 'administrator', changes: ['attendance'] },
  ],
  lydo: [{ line: '/lydo {SH} MOITHU đi công tác', needs: 'member', changes: ['attendance'] }],
  danhdau: [{ line: '/danhdau {HELD} du', needs: 'administrator', changes: ['attendance'] }],
  sinhhoat: [{ line: '/sinhhoat {HELD} 12/15', needs: 'administrator', changes: ['session_results'] }],
  ketqua: [
    { line: '/ketqua {HELD} MOITHU thống nhất', needs: 'administrator', changes: ['session_results'] },
  ],
  loinhac: [
    { line: '/loinhac', needs: 'administrator', shows: true },
    { line: '/loinhac mặc định', needs: 'administrator', changes: ['reminder_settings'] },
  ],
  gioyenlang: [{ line: '/gioyenlang 22h-6h', needs: 'administrator', changes: ['reminder_settings'] }],
  nhaclich: [
    {
      line: '/nhaclich 20h ngày 15/12 Họp MOITHU, trước 1 ngày',
      needs: 'administrator',
      changes: ['schedules'],
    },
  ],
  datlich: [{ line: '/datlich NL3', needs: 'administrator', changes: ['schedules'] }],
  laplich: [{ line: '/laplich NL3 19h30 ngày 5 hằng tháng', needs: 'administrator', changes: ['schedules'] }],
  dslich: [{ line: '/dslich', needs: 'administrator', shows: true }],
  huylich: [{ line: '/huylich NL1', needs: 'administrator', changes: ['schedules'] }],
  sualich: [{ line: '/sualich NL1 tên: SUATHU mở rộng', needs: 'administrator', changes: ['schedules'] }],
  tamdung: [{ line: '/tamdung NL1', needs: 'administrator', changes: ['schedules'] }],
  tieptuc: [{ line: '/tieptuc NL4', needs: 'administrator', changes: ['schedules'] }],
  bosua: [{ line: '/bosua NL1', needs: 'administrator' }],
  buoi: [{ line: '/buoi {SH}', needs: 'member', shows: true }],
  doilich: [{ line: '/doilich {SH} lùi 2 ngày', needs: 'administrator', changes: ['sessions'] }],
  hoan: [{ line: '/hoan {SH} 5 ngày', needs: 'administrator', changes: ['sessions'] }],
  huybuoi: [{ line: '/huybuoi {SH}', needs: 'administrator', changes: ['sessions'] }],
  giubuoi: [{ line: '/giubuoi {SH}', needs: 'administrator' }],
  diadiem: [{ line: '/diadiem {SH} nhà văn hóa ấp 9', needs: 'administrator', changes: ['sessions'] }],
  chutri: [{ line: '/chutri {SH} Nguyễn Văn An', needs: 'administrator', changes: ['sessions'] }],
  trinhbay: [{ line: '/trinhbay {SH} Trần Thị Lan', needs: 'administrator', changes: ['sessions'] }],
  hinhthuc: [
    {
      line: '/hinhthuc {SH} trực tuyến https://meet.google.com/abc-defg-hij',
      needs: 'administrator',
      changes: ['sessions'],
    },
  ],
  duongdan: [
    {
      line: '/duongdan {SH} https://meet.google.com/abc-defg-hij',
      needs: 'administrator',
      changes: ['sessions'],
    },
  ],
  caidat: [
    { line: '/caidat', needs: 'administrator' },
    { line: '/caidat giờ họp 19h30', needs: 'administrator', changes: ['reminder_settings'] },
  ],
  ngaynghi: [{ line: '/ngaynghi {SH} giữ', needs: 'administrator' }],
  lich: [
    { line: '/lich', needs: 'member', shows: true },
    { line: '/lich diachi', needs: 'member' },
    { line: '/lich diachi moi', needs: 'administrator' },
  ],
  tuan: [{ line: '/tuan trước', needs: 'coordinator' }],
  thang: [{ line: '/thang', needs: 'coordinator', shows: true }],
  danhsach: [{ line: '/danhsach tháng này', needs: 'coordinator' }],
};
