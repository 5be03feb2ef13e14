import { features } from '../../src/features/index.ts';
import { toPlain } from '../../src/texts/markup.ts';
import { fill } from '../../src/texts/translator.ts';
import { LINES, type Needs } from './lines.ts';

const WHO: Readonly<Record<Needs, string>> = {
  member: 'mọi người',
  coordinator: 'người tổng hợp',
  administrator: 'quản trị viên',
  author: 'người gửi báo cáo và người tổng hợp',
};

/** The table of docs/quyen.md: every command, what it is for, and who may. */
export function accessTable(): string {
  const rows = features
    .flatMap(({ commands = [] }) => commands)
    .map(({ name, summary }) => `| \`/${name}\` | ${toPlain(fill('vi', summary))} | ${whoMay(name)} |`);
  return ['| Lệnh | Việc | Ai được |', '|---|---|---|', ...rows].join('\n');
}

/** Who may by the first line, and each further line that is for somebody else. */
function whoMay(name: string): string {
  const [first, ...others] = LINES[name] ?? [];
  if (!first) return '';
  const differing = others.filter(({ needs }) => needs !== first.needs);
  return [WHO[first.needs], ...differing.map(({ line, needs }) => `\`${shown(line)}\`: ${WHO[needs]}`)].join(
    '; ',
  );
}

function shown(line: string): string {
  return line.replaceAll('{SH}', 'SH12').replaceAll('{HELD}', 'SH11').replaceAll('MOITHU ', '');
}
