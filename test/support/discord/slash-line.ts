import { readCommandLine } from '../../../src/chat/command-line.ts';
import type { Person } from './people.ts';

/** Short names that people type where commands are text. */
const NAMES: Record<string, string> = { vt: 'viectot', gooddeed: 'viectot', mh: 'mohinh', model: 'mohinh' };

/** What people type into the options of a command, for what a script writes in a line. */
const OPTIONS: Record<string, (line: string) => Record<string, string>> = {
  lienket: (don_vi) => ({ don_vi }),
  viectot: (noi_dung) => ({ noi_dung }),
  xem: (ma) => ({ ma }),
  rut: (ma) => ({ ma }),
  duyet: (cac_ma) => ({ cac_ma }),
  tuan: (ky) => ({ ky }),
  thang: (ky) => ({ ky }),
  tralai: codeAnd('ly_do'),
  sua: codeAnd('noi_dung'),
  mohinh: (line) => {
    const [ten = '', nguoi_thuc_hien = '', noi_dung_va_ket_qua = ''] = line.split(' | ');
    return { ten, nguoi_thuc_hien, noi_dung_va_ket_qua };
  },
  chuyende: (noi_dung) => ({ noi_dung }),
  hoan: codeAnd('so_ngay'),
  diemdanh: (du_hay_vang) => ({ du_hay_vang }),
  sinhhoat: (ket_qua) => ({ ket_qua }),
  lich: (xem_gi) => ({ xem_gi }),
  doilich: codeAnd('khi_nao'),
  tamdung: (ma) => ({ ma }),
  tieptuc: (ma) => ({ ma }),
  buoi: (ma) => ({ ma }),
  nhaclich: (line) => {
    const [, khi_nao = '', ten = '', nhac_truoc = '', dia_diem = ''] =
      /^(.*?(?:tháng|\d\/12)) (.*?), (trước [^,]*)(?:, tại (.*))?$/u.exec(line) ?? [];
    return { khi_nao, ten, nhac_truoc, dia_diem };
  },
};

/** A line of a script as the slash command that people use in its place; nothing for what is no command. */
export function toSlash(text: string): { name: string; typed: Record<string, string | Person> } | undefined {
  const line = readCommandLine(text);
  if (!line) return undefined;
  const name = NAMES[line.name] ?? line.name;
  const typed = line.rest === '' ? {} : (OPTIONS[name]?.(line.rest) ?? { noi_dung: line.rest });
  return { name, typed: Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '')) };
}

function codeAnd(option: string) {
  return (line: string): Record<string, string> => ({
    ma: line.split(' ')[0] ?? '',
    [option]: line.replace(/^\S+ ?/, ''),
  });
}
