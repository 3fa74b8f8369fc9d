import { createHash } from 'node:crypto';
import { badRequest, Problem, type Secrets, type Text } from '@qingniao/kernel';
import { normalisePhone, phoneHash, readCsv } from '@qingniao/people';

/** What a list may call people by. */
export const listKinds = {
  openid: { zh: 'OpenID', en: 'OpenID' },
  phone: { zh: '手机号', en: 'Phone' },
  member_no: { zh: '会员号', en: 'Member number' },
  external_id: { zh: '外部系统编号', en: 'External id' },
  unionid: { zh: 'UnionID', en: 'UnionID' },
  contact: { zh: '联系人编号', en: 'Contact' },
} as const satisfies Record<string, Text>;

export type ListKind = keyof typeof listKinds;

export interface ListRow {
  /** Of the file, the heading being line 1. */
  line: number;
  /** As it stands in `identity.value`: of a phone its keyed hash, of a contact its number. */
  value: string;
}

export interface ListError extends Text {
  line: number;
  code: 'invalid' | 'unknown' | 'erased';
}

export interface ReadList {
  /** Of the text and how it was read: a commit names it, so that nothing else than what was seen goes in. */
  digest: string;
  rows: ListRow[];
  errors: ListError[];
}

export const MAX_LIST_BYTES = 20 * 1024 * 1024;
const MAX_LIST_ROWS = 200_000;

/**
 * Reads one name a line. A first line that says `openid`, `Phone`, `会员号`… is the heading and points out the column;
 * without one the first column counts. Throws 422 for what is no list at all; a wrong row is an error of its own.
 */
export function readList(text: string, kind: ListKind, brandId: number, secrets: Secrets): ReadList {
  const digest = createHash('sha256').update(`${kind}\n${text}`).digest('hex');
  const lines = readCsv(text, 'text', { ragged: true });
  const heading = lines[0] ? headingAt(lines[0].cells, kind) : -1;
  const wanted = heading === -1 ? lines : lines.slice(1);
  if (wanted.length === 0) throw badRequest('empty_list', { zh: '名单是空的。', en: 'The list is empty.' }, { field: 'text' });
  if (wanted.length > MAX_LIST_ROWS) {
    throw badRequest('long_list', { zh: `每份名单最多 ${MAX_LIST_ROWS} 行，请拆分。`, en: `A list has at most ${MAX_LIST_ROWS} rows; split it.` }, { field: 'text' });
  }
  const rows: ListRow[] = [];
  const errors: ListError[] = [];
  for (const { cells, line } of wanted) {
    const cell = cells[Math.max(heading, 0)]?.trim() ?? '';
    try {
      rows.push({ line, value: valueOf(cell, kind, brandId, secrets) });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      errors.push({ line, code: 'invalid', ...error.text });
    }
  }
  return { digest, rows, errors };
}

function valueOf(cell: string, kind: ListKind, brandId: number, secrets: Secrets): string {
  if (cell === '') throw badRequest('empty', { zh: '此行为空。', en: 'This row is empty.' });
  if (kind === 'phone') return phoneHash(secrets, brandId, normalisePhone(cell));
  if (kind === 'contact' && !/^[1-9]\d{0,14}$/.test(cell)) throw badRequest('invalid', { zh: '联系人编号应为数字。', en: 'A contact is named by a number.' });
  if (kind === 'openid' && !/^[\w-]{6,64}$/.test(cell)) throw badRequest('invalid', { zh: '这不是 OpenID。', en: 'This is no OpenID.' });
  return cell;
}

const headingAt = (cells: readonly string[], kind: ListKind): number => {
  const names = new Set<string>([kind, listKinds[kind].zh.toLowerCase(), listKinds[kind].en.toLowerCase()]);
  return cells.findIndex((cell) => names.has(cell.trim().toLowerCase()));
};
