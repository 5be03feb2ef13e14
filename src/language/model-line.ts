import { doerInFront, isOwnerName, isUnitName } from './subject.ts';

export type ModelLine = { readonly title?: string; readonly owner?: string; readonly content?: string };

const LONGEST_TITLE = 120;

const PREFIX =
  /^(?:(?:mô hình|mo hinh|cách làm|cach lam)(?:\s+(?:mới|moi|hay))?\s*:\s+|(?:mô hình|mo hinh)(?:\s+(?:mới|moi|hay))?\s+)/iu;
const QUOTED = /^["“”'‘’«]{1,2}([^"“”‘’«»\n]{2,120})["“”'‘’»]{1,2}\s*/u;
const OF = /^[,:.;–-]?\s*(?:của|cua|do|tại|tai)\s+/iu;
const BEFORE_UNIT = /(?:,|\s(?:của|cua|do|tại|tai))\s+/giu;

// The full stop of "TP. Hồ Chí Minh" ends nothing.
const MARK =
  /:\s|;\s|(?<!(?:^|\P{L})(?:TP|Tp|TT|BS|Bs|ThS|P|Q|H|X))\.\s|\s\(|\p{Extended_Pictographic}|\s[-–—]\s/gu;
const DASH = /^\s[-–—]\s$/u;
const RESULT =
  /,\s+(?=(?:đã|da|giảm|giam|tăng|tang|tiết kiệm|tiet kiem|giúp|giup|thu|đập|dap|trao|tặng|tang|\d{2,}|\d+%|\d(?=\s\p{L}+\s))(?:\s|\/|\p{L}))/u;
/** A comma behind which somebody goes on to tell, in figures or in several parts. */
const TELLING = /^[^,]{8,120}?,\s+(?=[^,]*(?:\d|,\s).{5})/u;
const WITH_MODEL = /\s+(?:với|voi|có|co)\s+(?=(?:mô hình|mo hinh)\s)/iu;
const CARRIED_OUT =
  /\s+(?:thực hiện|thuc hien|tổ chức|to chuc|phụ trách|phu trach|duy trì|duy tri|triển khai|trien khai)$/iu;
const BODY =
  /^(?:(?:liên |chi )?(?:hội|đoàn|bộ|hoi|doan|bo)|đảng|dang|ubnd|ubmttq|mttq|mặt trận|mat tran|tổ|to|công an|cong an|trường|truong|đội|doi|xã đoàn|xa doan|hnd|hpn|hccb|đồn|don|trạm|tram)\s/iu;
const WHITE_AND_MARKS = /[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/**
 * Reads the report of a model: title, owner, content parted by `|` or new lines, or one sentence in the forms that
 * people use. A part is taken only when the writer set it off clearly.
 */
export function readModelLine(text: string): ModelLine {
  const parts = text
    .normalize('NFC')
    .split(/[|\n]/u)
    .map((part) => part.replace(WHITE_AND_MARKS, ' ').trim());
  const filled = parts.filter(Boolean);
  return filled.length > 1 ? readParts(text.includes('|') ? parts : filled) : readSentence(filled[0] ?? '');
}

function readParts(parts: readonly string[]): ModelLine {
  const [first = '', second = '', ...rest] = parts;
  const title = unquoted(first.replace(PREFIX, ''));
  const hasOwner = rest.length > 0 || isUnitName(second);
  return hasOwner ? modelLine(title, second, rest.filter(Boolean).join(', ')) : modelLine(title, '', second);
}

function unquoted(text: string): string {
  return text.replace(QUOTED, '$1').trim();
}

function modelLine(title: string, owner: string, content: string): ModelLine {
  const fits = title.length <= LONGEST_TITLE;
  const text = fits ? content : [title, content].filter(Boolean).join('. ');
  return {
    ...(title && fits ? { title } : {}),
    ...(owner ? { owner } : {}),
    ...(text ? { content: text } : {}),
  };
}

function readSentence(line: string): ModelLine {
  const text = line.replace(PREFIX, '');
  const quoted = QUOTED.exec(text);
  if (quoted?.[1]) return withOwner(quoted[1].trim(), text.slice(quoted[0].length));
  const mark = nextMark(text);
  const owned = ownerFirst(text) ?? (mark < 0 ? betweenCommas(text) : undefined);
  if (owned) return owned;
  const comma = mark < 0 ? commaBeforeResult(text) : -1;
  const end = mark < 0 ? comma : mark;
  return (
    withOwnerInside(text, end < 0 ? text.length : end) ??
    (end < 0 && text.length <= LONGEST_TITLE ? modelLine(text, '', '') : fromHead(line, text, end))
  );
}

/** "Tủ sách của Hội Khuyến học xã: 200 cuốn": the owner stands in front of the first mark. */
function withOwnerInside(text: string, mark: number): ModelLine | undefined {
  const [head, tail] = splitAt(text, mark);
  const { title, unit, told } = splitOffUnit(head);
  return unit ? modelLine(tidy(title), unit, told ? `${told}${tail}` : tidy(tail)) : undefined;
}

/** The title, or several owners, in front of the first mark; too long for a title it is all content. */
function fromHead(line: string, text: string, mark: number): ModelLine {
  if (mark < 0) return modelLine('', '', line);
  const [head, tail] = splitAt(text, mark);
  if (head.includes('+') && head.split('+').every((unit) => isUnitName(unit))) {
    const { title = '', content = '' } = readSentence(tidy(tail));
    return modelLine(title, head, content);
  }
  return head.length <= LONGEST_TITLE ? withOwner(tidy(head), tail) : modelLine('', '', line);
}

/** "Hội LHPN xã: mô hình Ngôi nhà xanh, thu gom 2 tấn", "Đoàn xã với mô hình …". */
function ownerFirst(text: string): ModelLine | undefined {
  const link = WITH_MODEL.exec(text) ?? /:\s+(?=(?:mô hình|mo hinh)\s)/iu.exec(text);
  const owner = link ? text.slice(0, link.index) : '';
  if (!link || !isUnitName(owner)) return undefined;
  return { ...readSentence(text.slice(link.index + link[0].length)), owner };
}

/** Title, owner, content by commas; or the owner and what it does, which leaves the title to be asked. */
function betweenCommas(text: string): ModelLine | undefined {
  const [first = '', second = '', ...rest] = text.slice(0, 3 * LONGEST_TITLE).split(/,\s+/u);
  if (rest.length === 0 || first.length > LONGEST_TITLE) return undefined;
  const behind = (part: string) => tidy(text.slice(text.indexOf(part) + part.length));
  const { title, unit, told } = splitOffUnit(first);
  if (unit && !told && isUnitName(second))
    return modelLine(title, `${unit}, ${second}`, behind(`${first}, ${second}`));
  const isOwner = isOwnerName(second) || isUnitName(second.replace(/^\d+\s+/u, ''));
  // Of two units in a row the first is the title: "Tổ liên gia an toàn, Công an phường, 31 tổ …".
  if (isOwner && (!BODY.test(first) || BODY.test(second)))
    return modelLine(tidy(first), second, behind(`${first}, ${second}`));
  return BODY.test(first) && isUnitName(first) ? modelLine('', first, behind(first)) : undefined;
}

function commaBeforeResult(text: string): number {
  const result = text.search(RESULT);
  const told = TELLING.exec(text.slice(0, 4 * LONGEST_TITLE));
  if (result >= 0 || !told) return result;
  return told[0].lastIndexOf(',');
}

/** Parts the owner from the content when the text begins with nothing but the name of a unit. */
function withOwner(title: string, text: string): ModelLine {
  const rest = tidy(text.replace(OF, ''));
  const mark = rest.search(/:\s|\.\s|,\s|;\s|\s[-–—]\s|$/u);
  const [head, tail] = splitAt(rest, mark);
  if (isOwnerName(head)) return modelLine(title, tidy(head), tidy(tail));
  const doer = doerInFront(rest);
  return modelLine(title, doer?.name ?? '', tidy(text));
}

function tidy(text: string): string {
  return text
    .replace(/^(?:[\s,;:.–|-]|\ufe0f|\p{Extended_Pictographic})+/u, '')
    .replace(/[\s,;:|–-]{1,20}$/u, '');
}

function splitAt(text: string, at: number): readonly [string, string] {
  return [text.slice(0, at), text.slice(at)];
}

/** Where the next mark stands; dashes between single words ("xanh - sạch - đẹp") are passed over. */
function nextMark(text: string): number {
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (!DASH.test(mark)) return index;
    const before = text.slice(Math.max(0, index - 60), index);
    const after = text.slice(index + mark.length, index + mark.length + 60);
    const inChain = /^[^\s,.:;]+\s[-–—]\s/u.test(after) || /\s[-–—]\s+\S+$/u.test(before);
    if (!inChain && /\s/u.test(after.trim())) return index;
  }
  return -1;
}

type Owned = { readonly title: string; readonly unit: string; readonly told: string };

/** "Tủ sách của Hội Khuyến học xã", "Tiếng loa của công an xã phát 3 buổi": the title, the unit and what it does. */
function splitOffUnit(head: string): Owned {
  const none = { title: head, unit: '', told: '' };
  if (head.length > 2 * LONGEST_TITLE) return none;
  for (const { 0: link, index } of head.matchAll(BEFORE_UNIT)) {
    const behind = head.slice(index + link.length);
    const title = head.slice(0, index);
    const [first = '', ...more] = behind.replace(CARRIED_OUT, '').split(/,\s+/u);
    if (isOwnerName(first)) return { title, ...ownersOf(first, more) };
    const doer = doerInFront(behind);
    if (doer?.told && isOwnerName(doer.name)) return { title, unit: doer.name, told: doer.told };
  }
  return none;
}

/** Units and places that follow belong to the owner: "chị Lý Thị Mai, tổ 2", "Đoàn xã, Hội LHPN xã". */
function ownersOf(first: string, more: readonly string[]): { unit: string; told: string } {
  const others = more.findIndex((part) => !isUnitName(part));
  const end = others < 0 ? more.length : others;
  return { unit: [first, ...more.slice(0, end)].join(', '), told: more.slice(end).join(', ') };
}
