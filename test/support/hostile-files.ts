import { strToU8, zipSync } from 'fflate';
import { howMany } from './soak.ts';
import { workbook, workbookOf } from './workbook.ts';

type Answer = 'rows' | 'unreadable' | 'unknown-type' | 'too-large';
export type HostileFile = { what: string; name: string; bytes: Uint8Array; answer: Answer };

/** Of whatever a file has too many of. */
const MANY = howMany({ usually: 100_000, soaking: 1_000_000 });
const MEGABYTE = 1_000_000;
const MUCH = howMany({ usually: 30, soaking: 60 }) * MEGABYTE;
const ALL = ['A', 'B', 'XFD'];

/** Files that are made to take a reader down, each of no more bytes than the bot fetches, and what is said of them. */
export function hostileFiles(): HostileFile[] {
  return [
    xlsx('a cell in the first and one in the last place', 'too-large', cell('A1') + cell('XFD1048576')),
    xlsx('a cell in the last row', 'too-large', cell('A1048576')),
    xlsx('a cell in a column beyond the last', 'unreadable', cell('ZZZZZ1')),
    xlsx('a cell in the last column of 1,999 rows', 'too-large', rows(1999, ['XFD'])),
    xlsx('a place beyond the last row', 'unreadable', '<row r="9999999"/>'),
    xlsx('a place in single quotes', 'too-large', "<row><c r='XFD1048576'><v>1</v></c></row>"),
    xlsx('a place in entities', 'unreadable', '<row><c r="&#88;FD1048576"><v>1</v></c></row>'),
    xlsx('a place behind a mark', 'too-large', '<row><c a=">" r="XFD1048576"><v>1</v></c></row>'),
    xlsx('a place behind another', 'unreadable', '<row><c r="A1" r="XFD1048576"><v>1</v></c></row>'),
    xlsx('a place in a text', 'too-large', `<row><c a=' r="A1"' r="XFD1048576"><v>1</v></c></row>`),
    xlsx('a place under a prefix', 'too-large', '<x:row><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>'),
    xlsx('rows without a number, very many', 'too-large', '<row/>'.repeat(MANY)),
    xlsx('formatted rows, as many as are looked at', 'rows', cell('A1') + formatted(2, 19_000)),
    xlsx('formatted to its last row, with nothing there', 'rows', `${cell('A1')}<row r="1048576"/>`),
    xlsx('very many filled rows', 'too-large', rows(MANY / 5, ALL)),
    xlsx('a long text, 100,000 times', 'too-large', shared(2_000, 50), {
      'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(30_000)}</t></si></sst>`,
    }),
    xlsx('as many cells as are read', 'rows', shared(2_000, 50), {
      'xl/sharedStrings.xml': '<sst><si><t>x</t></si></sst>',
    }),
    xlsx('tags in tags', 'unreadable', '<a>'.repeat(MANY / 5)),
    xlsx('tags that never end', 'unreadable', '<c '.repeat(MANY / 4)),
    xlsx('texts that never end', 'unreadable', '<c a="'.repeat(MANY / 4)),
    xlsx('very many attributes', 'unreadable', `<row><c ${'a="" '.repeat(MANY / 4)}/></row>`),
    xlsx('entities of entities', 'unreadable', `<!DOCTYPE a [<!ENTITY b "bb">]><row><c r="A1">&b;</row>`),
    { ...file('what says that it unpacks to too much', 'too-large'), bytes: bomb(21 * MEGABYTE) },
    { ...file('what says that it unpacks to little', 'unreadable'), bytes: lying(bomb(MUCH), 10) },
    { ...file('one part under 3,000 names', 'too-large'), bytes: zipOf(3_000, 100) },
    { ...file('half of a workbook', 'unreadable'), bytes: workbook([['a']]).slice(0, 300) },
    { ...file('another packed file', 'unreadable'), bytes: zipSync({ 'a.txt': strToU8('x') }) },
    { ...file('a picture', 'unknown-type'), bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0) },
    csv('very many line breaks', 'too-large', '\n'.repeat(MANY)),
    csv('very many separators', 'too-large', ';'.repeat(MANY)),
    csv('very many quotes', 'rows', '"'.repeat(MANY)),
    csv('quotes in white space', 'rows', `${' '.repeat(MANY / 2)}${'" '.repeat(MANY / 4)}`),
    csv('a line of very many letters', 'rows', 'x'.repeat(MANY)),
    csv('very many accents', 'rows', `a${'\u0301'.repeat(MANY / 2)}`),
    csv('a workbook under another name', 'unreadable', 'PK\u0003\u0004 and nothing more'),
    csv('bytes of no meaning', 'unreadable', '\0\u0001\u0002'.repeat(1000)),
  ];
}

function file(what: string, answer: Answer, name = 'a.xlsx') {
  return { what, name, answer };
}

function xlsx(what: string, answer: Answer, rowsXml: string, parts?: Record<string, string>): HostileFile {
  return { ...file(what, answer), bytes: workbookOf(rowsXml, parts) };
}

function csv(what: string, answer: Answer, text: string): HostileFile {
  return { ...file(what, answer, 'a.csv'), bytes: strToU8(text) };
}

function cell(place: string): string {
  return `<row r="${place.replace(/\D+/, '')}"><c r="${place}"><v>1</v></c></row>`;
}

function rows(count: number, columns: readonly string[]): string {
  return Array.from({ length: count }, (_, at) => {
    const cells = columns.map((column) => `<c r="${column}${at + 1}"><v>1</v></c>`);
    return `<row r="${at + 1}">${cells.join('')}</row>`;
  }).join('');
}

function formatted(first: number, last: number): string {
  return Array.from({ length: last - first }, (_, at) => `<row r="${first + at}" s="1"/>`).join('');
}

/** Cells that all show the same shared text. */
function shared(rowCount: number, columnCount: number): string {
  const columns = Array.from({ length: columnCount }, (_, at) => nameOf(at));
  return rows(rowCount, columns).replaceAll('"><v>1<', '" t="s"><v>0<');
}

function nameOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${nameOf(Math.floor(column / 26) - 1)}${letter}`;
}

function bomb(size: number): Uint8Array {
  return zipSync({ 'xl/workbook.xml': new Uint8Array(size) }, { level: 9 });
}

/** A packed file that says in both places that its only part unpacks to `size`. */
function lying(bytes: Uint8Array, size: number): Uint8Array {
  const lie = Buffer.from(bytes);
  const directory = lie.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  lie.writeUInt32LE(size, 22);
  lie.writeUInt32LE(size, directory + 24);
  return lie;
}

function zipOf(count: number, size: number): Uint8Array {
  return zipSync(
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.xml`, new Uint8Array(size)])),
    { level: 0 },
  );
}
