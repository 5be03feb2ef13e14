import { trimmed } from './grammar/leftover.ts';

/** What a written announcement says of a session, as it was typed. */
export type Announcement = {
  readonly when: string;
  readonly place?: string;
  readonly title?: string;
};

type Field = 'when' | 'place' | 'title' | 'other';

const FIELDS: ReadonlyMap<Field, readonly string[]> = new Map([
  ['when', ['Thời gian', 'Thoi gian', 'Thời gian họp', 'Thời gian tổ chức', 'Thời gian bắt đầu', 'Vào lúc']],
  ['place', ['Địa điểm', 'Dia diem', 'Địa điểm họp', 'Địa điểm tổ chức', 'Nơi họp', 'Hình thức, địa điểm']],
  ['title', ['Nội dung', 'Noi dung', 'Nội dung họp', 'Nội dung cuộc họp', 'Nội dung sinh hoạt']],
  [
    'other',
    [
      ...[
        'Thành phần',
        'Thanh phan',
        'Thành phần tham dự',
        'Thành phần dự họp',
        'Chủ trì',
        'Chu tri',
        'Thư ký',
      ],
      ...[
        'Người chủ trì',
        'Kính gửi',
        'Kinh gui',
        'Kính mời',
        'Kinh moi',
        'Nơi nhận',
        'Noi nhan',
        'Số',
        'So',
      ],
      ...[
        'Trang phục',
        'Trang phuc',
        'Lưu ý',
        'Luu y',
        'Ghi chú',
        'Yêu cầu',
        'Liên hệ',
        'Tài liệu',
        'Khách mời',
      ],
      ...['Đại biểu', 'Chuẩn bị', 'Phân công', 'Đối tượng', 'Kinh phí', 'Hình thức'],
    ],
  ],
]);

const BY_LABEL = new Map(
  [...FIELDS].flatMap(([field, labels]) => labels.map((label) => [label.toLowerCase(), field])),
);

const LABEL = new RegExp(
  `(?<![\\p{L}\\d/])(?:\\d{1,2}[.)]\\s{0,3}|[-–*+•]\\s{0,3})?(${[...BY_LABEL.keys()]
    .sort((one, other) => other.length - one.length)
    .join('|')})\\s{0,3}:`,
  'giu',
);

const LEAST_LABELS = 3;

/** Where the announcement goes over to its readers, with no label. */
const CLOSING =
  /(?:^|[\s.;])(?:Đề nghị|De nghi|Yêu cầu|Rất mong|Trân trọng|Tran trong|Nơi nhận|T\/M|TM\.|Kính mời|Vậy |Lưu ý|Nhận được|Thông báo này)/u;

/** "V/v họp chi bộ tháng 2", "Về việc …". */
const SUBJECT = /(?:V\s?\/\s?v|Về việc|Ve viec)\s{0,3}:?\s{0,3}([^\n]+)/iu;
/** With these the text itself begins. */
const BODY =
  /[\s.-](?:Thực hiện |Căn cứ |Được sự |Theo |Kính gửi|Kính mời|Để |Nhằm |Chi bộ .{0,60}(?:thông báo|kính mời))/u;
const HEADING =
  /(?:^|\n)[ \t]{0,40}(?:THÔNG BÁO|THƯ MỜI|GIẤY MỜI|GIẤY TRIỆU TẬP)[ \t]{0,40}\n\s{0,40}([^\n]+)/u;

/**
 * A forwarded announcement with its letterhead: "Thời gian: … Địa điểm: … Nội dung: …", in lines or in one.
 * undefined: it is none.
 */
export function readAnnouncement(typed: string): Announcement | undefined {
  const text = typed.normalize('NFC').replace(/\r\n?/g, '\n');
  const labels = [...text.matchAll(LABEL)];
  const fields = new Map<Field, string>();
  for (const [index, label] of labels.entries()) {
    const field = fieldOf(label);
    const value = text.slice(label.index + label[0].length, labels[index + 1]?.index);
    if (field && !fields.has(field)) fields.set(field, upToClosing(value));
  }
  const when = fields.get('when');
  // With fewer labels it is a line as any other.
  if (when === undefined || labels.length < LEAST_LABELS) return undefined;
  const place = firstLine(fields.get('place') ?? '');
  const head = text.slice(0, labels.find((label) => fieldOf(label) === 'when')?.index);
  const title = firstLine(
    SUBJECT.exec(head)?.[1]?.split(BODY)[0] ?? fields.get('title') ?? HEADING.exec(text)?.[1] ?? '',
  );
  return { when: oneLine(when), ...(place && { place }), ...(title && { title }) };
}

function fieldOf(label: RegExpExecArray): Field | undefined {
  return BY_LABEL.get((label[1] ?? '').toLowerCase());
}

function upToClosing(value: string): string {
  const closing = CLOSING.exec(value);
  return closing ? value.slice(0, closing.index) : value;
}

const BULLET = /^[-–*+•.\s]+/u;

function firstLine(value: string): string {
  const line = value.split('\n').find((each) => /[\p{L}\d]/u.test(each)) ?? '';
  return trimmed(line.replace(BULLET, '')).replace(/[.]+$/u, '');
}

function oneLine(value: string): string {
  return trimmed(value.replace(/\s+/gu, ' ')).replace(/[.]+$/u, '');
}
