import { createHash } from 'node:crypto';
import { badRequest, digestId, nowDate, Problem, type Secrets, type Text } from '@qingniao/kernel';
import { appendInTx, identityKey, resolveIdentities, type IdentityRef } from '@qingniao/activity';
import type { BrandDatabase, Tx } from '@qingniao/storage';
import { insertConsents, purposes, withdrawnAmong, type PurposeKey } from './consent.ts';
import { readCsv } from './csv.ts';
import { calledFor, fieldKeys, fieldOf, isField, stages, type Field, type FieldKey, type ProfileValue, type Stage } from './matrix.ts';
import { link, type Link } from './merge-contacts.ts';
import { lockPeople, peopleCursor, touchContacts } from './people-lock.ts';
import { phoneHash } from './phone.ts';
import { checkValue, insertValues, type StatedValue } from './profile.ts';
import type { SourceResolver } from './sources.ts';

/** Columns a file may have beside the matrix fields. At least one of the first three (or `phone`) names the person. */
export const importColumns = {
  member_no: { zh: '会员号', en: 'Member number' },
  external_id: { zh: '外部系统编号', en: 'External id' },
  unionid: { zh: 'UnionID', en: 'UnionID' },
  stage: { zh: '阶段', en: 'Stage' },
  consents: { zh: '已同意的用途（以分号分隔）', en: 'Purposes agreed to, separated by semicolons' },
} as const satisfies Record<string, Text>;

export interface ImportError extends Text {
  /** The line in the file, the heading being line 1. */
  line: number;
  column: string | null;
}

interface ImportRow {
  line: number;
  refs: IdentityRef[];
  values: Map<FieldKey, ProfileValue>;
  stage: Stage | null;
  consents: string[];
}

export interface ImportPreview {
  /** Of the file as previewed; a commit names it, so that nothing else than what was seen goes in. */
  digest: string;
  columns: { name: string; known: boolean }[];
  rows: number;
  /** Whom the rows are about: fewer than rows where two share a phone or a number. */
  people: number;
  /** People the file calls by an identity the brand knows already. */
  known: number;
  errors: ImportError[];
  /** More errors than are listed. */
  moreErrors: number;
}

export const MAX_IMPORT_BYTES = 20 * 1024 * 1024;
const MAX_IMPORT_ROWS = 100_000;
const LISTED_ERRORS = 100;

interface Checked {
  digest: string;
  columns: { name: string; known: boolean }[];
  rows: ImportRow[];
  errors: ImportError[];
}

/** Reads a CSV file (UTF-8, headings as field keys or their Chinese or English names) and says what is wrong, writing nothing. */
export async function previewImport(db: BrandDatabase, file: Buffer, secrets: Secrets): Promise<ImportPreview> {
  const checked = checkFile(file, db.brandId, secrets);
  const refs = checked.rows.flatMap((row) => row.refs);
  const [found] = await db.query<{ count: number }>(
    `select count(distinct i.contact_id) as count from unnest($2::text[], $3::text[]) as w (kind, value)
       join identity i on i.brand_id = $1 and i.kind = w.kind and i.value = w.value and i.asset_id is null`,
    [db.brandId, refs.map((ref) => ref.kind), refs.map((ref) => ref.value)],
  );
  return {
    digest: checked.digest, columns: checked.columns, rows: checked.rows.length, people: countPeople(checked.rows.filter(({ refs }) => refs.length > 0)), known: found!.count,
    errors: checked.errors.slice(0, LISTED_ERRORS), moreErrors: Math.max(0, checked.errors.length - LISTED_ERRORS),
  };
}

export interface ImportOptions {
  digest: string;
  by: string;
  /** The text the people agreed to, for the `consents` column. */
  consentText: string;
}

/**
 * Imports the whole file in one transaction, or nothing; `also` runs in it. The same file twice changes nothing more.
 * Throws 409 `file_changed` when it is not the previewed one and 422 `import_errors` while a row is wrong.
 */
export async function commitImport(
  db: BrandDatabase, file: Buffer, options: ImportOptions, secrets: Secrets, sources: SourceResolver,
  also?: (tx: Tx, imported: { rows: number; contacts: number }) => Promise<void>,
): Promise<{ rows: number; contacts: number }> {
  const checked = checkFile(file, db.brandId, secrets);
  if (checked.digest !== options.digest) {
    throw new Problem('file_changed', 409, { zh: '文件与预览时不同，请重新预览。', en: 'This is not the file that was previewed; preview it again.' });
  }
  if (checked.errors.length > 0) {
    throw badRequest('import_errors', {
      zh: `有 ${checked.errors.length} 处错误，未导入任何数据。`, en: `${checked.errors.length} error${checked.errors.length === 1 ? '' : 's'}; nothing was imported.`,
    }, { data: { errors: checked.errors.slice(0, LISTED_ERRORS) } });
  }
  return db.tx(async (tx) => {
    const rows = checked.rows.length;
    // Before the rest: the audit's lock comes before that of the log.
    await also?.(tx, { rows, contacts: countPeople(checked.rows) });
    return write(tx, db.brandId, checked, options, secrets, sources);
  });
}

async function write(
  tx: Tx, brandId: number, { rows, digest }: Checked, options: ImportOptions, secrets: Secrets, sources: SourceResolver,
): Promise<{ rows: number; contacts: number }> {
  await lockPeople(tx);
  const ids = await resolveIdentities(tx, rows.flatMap((row) => row.refs.map((ref) => ({ ...ref, brandId }))));
  const idOf = (ref: IdentityRef): number => ids.get(identityKey({ ...ref, brandId }))!;
  const people = rows.map((row) => ({ ...row, identityIds: row.refs.map(idOf) }));

  const values: StatedValue[] = people.flatMap(({ identityIds, values: stated }) =>
    [...stated].map(([field, value]) => ({ identityId: identityIds[0]!, field, value })));
  await insertValues(tx, brandId, lastOfEach(values), { source: 'import', purpose: null, by: options.by }, secrets);
  const links: Link[] = people.flatMap(({ identityIds, refs }) => identityIds.slice(1).map((id, index) => ({
    a: identityIds[0]!, b: id, reason: refs[index + 1]!.kind,
  })));
  await link(tx, brandId, links, options.by, await peopleCursor(tx), sources);
  const at = nowDate();
  // Only now is it known who is one person, and so what they withdrew.
  await importConsents(tx, brandId, people, { at, ...options });
  await touchContacts(tx, brandId, people.flatMap(({ identityIds }) => identityIds));
  await appendInTx(tx, brandId, people.map(({ line, identityIds, stage }) => ({
    type: 'contact.imported', at, assetId: null, who: identityIds[0]!, dedupKey: digestId('import', digest, line), props: { file: digest.slice(0, 12), stage },
  })));
  return { rows: people.length, contacts: countPeople(rows) };
}

/** How many people the rows are about: rows that share a number, directly or through others, are about one. */
function countPeople(rows: readonly ImportRow[]): number {
  const parents = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    if (root !== name) parents.set(name, root);
    return root;
  };
  const roots = rows.map(({ refs }) => {
    const [first, ...others] = refs.map(({ kind, value }) => rootOf(`${kind} ${value}`));
    for (const other of others) if (rootOf(other) !== rootOf(first!)) parents.set(rootOf(other), rootOf(first!));
    return first!;
  });
  return new Set(roots.map(rootOf)).size;
}

/**
 * The same line of the same file is one entry of the ledger, however often it is imported; and a file, which may be
 * old, gives nothing back that its person withdrew.
 */
async function importConsents(
  tx: Tx, brandId: number, people: readonly (ImportRow & { identityIds: number[] })[], from: ImportOptions & { at: Date },
): Promise<void> {
  const agreed = people.flatMap(({ line, identityIds, consents }) => consents.map((purpose) => ({ line, identityId: identityIds[0]!, purpose: purpose as PurposeKey })));
  const withdrawn = new Map<PurposeKey, Set<number>>();
  for (const purpose of new Set(agreed.map((one) => one.purpose))) {
    withdrawn.set(purpose, await withdrawnAmong(tx, brandId, agreed.flatMap((one) => (one.purpose === purpose ? one.identityId : [])), purpose));
  }
  await insertConsents(tx, brandId, agreed.filter(({ identityId, purpose }) => !withdrawn.get(purpose)!.has(identityId)).map(({ line, identityId, purpose }) => ({
    id: digestId('consent', 'import', brandId, from.digest, line, purpose), identityId, purpose, given: true,
    textVersion: from.consentText, channel: 'import', at: from.at, proof: `import:${from.digest}`, by: from.by,
  })));
}

/** One row per identity and field: what stands further down in the file wins. */
const lastOfEach = (values: readonly StatedValue[]): StatedValue[] =>
  [...new Map(values.map((value) => [`${value.identityId} ${value.field}`, value])).values()];

/** What files of other systems call them. */
const otherHeadings: [string, string][] = [
  ['手机', 'phone'], ['手机号码', 'phone'], ['mobile', 'phone'], ['姓名', 'name'], ['会员编号', 'member_no'], ['会员卡号', 'member_no'], ['出生日期', 'birthday'],
];

/** Headings are recognised as keys and as names in either language. */
const columnByName = new Map<string, string>([
  ...otherHeadings,
  ...fieldKeys.filter((key) => !fieldOf(key).computed).flatMap((key) => [[key, key], [fieldOf(key).zh, key], [fieldOf(key).en.toLowerCase(), key]] as [string, string][]),
  ...Object.entries(importColumns).flatMap(([key, text]) => [[key, key], [text.zh, key], [text.en.toLowerCase(), key]] as [string, string][]),
]);

function checkFile(file: Buffer, brandId: number, secrets: Secrets): Checked {
  const digest = createHash('sha256').update(file).digest('hex');
  const [{ cells: headings } = { cells: [] }, ...lines] = readCsv(file.toString('utf8'), 'file');
  const columns = headings.map((name) => columnByName.get(name.trim().toLowerCase()) ?? null);
  const errors: ImportError[] = [];
  if (!columns.some((column) => column === 'phone' || column === 'member_no' || column === 'external_id' || column === 'unionid')) {
    errors.push({ line: 1, column: null, zh: '缺少能识别人的列：手机号、会员号、外部系统编号或 UnionID；各列须以逗号分隔。', en: 'No column names a person: phone, member number, external id or UnionID; columns are separated by commas.' });
  }
  const twice = columns.find((column, index) => column !== null && columns.indexOf(column) < index);
  if (twice) {
    errors.push({ line: 1, column: twice, zh: '有两列都是这个字段，请只保留一列。', en: 'Two columns are this field; keep one.' });
  }
  if (lines.length > MAX_IMPORT_ROWS) {
    errors.push({ line: MAX_IMPORT_ROWS + 2, column: null, zh: `每次最多导入 ${MAX_IMPORT_ROWS} 行，请拆分文件。`, en: `At most ${MAX_IMPORT_ROWS} rows at a time; split the file.` });
  }
  const rows = errors.length > 0 ? [] : lines.map(({ cells, line }) => checkRow(cells, columns, line, brandId, secrets, errors));
  return { digest, columns: headings.map((name, index) => ({ name, known: columns[index] !== null })), rows, errors };
}

function checkRow(cells: readonly string[], columns: readonly (string | null)[], line: number, brandId: number, secrets: Secrets, errors: ImportError[]): ImportRow {
  const row: ImportRow = { line, refs: [], values: new Map(), stage: null, consents: [] };
  const before = errors.length;
  columns.forEach((column, index) => {
    const cell = cells[index]?.trim() ?? '';
    if (column === null || cell === '') return;
    try {
      readCell(row, column, cell, brandId, secrets);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      errors.push({ line, column, ...error.text });
    }
  });
  if (row.refs.length === 0 && errors.length === before) {
    errors.push({ line, column: null, zh: '此行没有手机号、会员号、外部系统编号或 UnionID。', en: 'This row has no phone, member number, external id or UnionID.' });
  }
  return row;
}

function readCell(row: ImportRow, column: string, cell: string, brandId: number, secrets: Secrets): void {
  if (column === 'member_no' || column === 'external_id' || column === 'unionid') {
    row.refs.push({ kind: column, assetId: null, value: cell });
  } else if (column === 'stage') {
    row.stage = keyOf(stages, cell);
  } else if (column === 'consents') {
    row.consents = parts(cell).map((one) => keyOf(purposes, one));
  } else if (isField(column)) {
    const value = checkValue(column, asKept(fieldOf(column), cell));
    row.values.set(column, value);
    if (column === 'phone') row.refs.push({ kind: 'phone', assetId: null, value: phoneHash(secrets, brandId, value as string) });
  }
}

/** A cell as spreadsheets and our own export write it, the way it is kept. */
function asKept({ type, choices }: Field, cell: string): ProfileValue {
  if (type === 'choice') return keyOf(choices!, cell);
  if (type === 'choices') return parts(cell).map((one) => keyOf(choices!, one));
  return type === 'date' ? dayIn(cell) : cell;
}

const parts = (cell: string): string[] => cell.split(/[;；]/).map((one) => one.trim()).filter((one) => one !== '');

/** By the key itself or its name in either language. */
function keyOf<K extends string>(named: Readonly<Record<K, Text>>, word: string): K {
  const sought = word.toLowerCase();
  const entries = Object.entries<Text>(named) as [K, Text][];
  const found = entries.find(([key, { zh, en }]) => [key, zh, en].some((one) => one.toLowerCase() === sought));
  if (found) return found[0];
  const words = entries.map(([, text]) => text);
  throw badRequest('invalid_value', { zh: `可填：${words.map(({ zh }) => zh).join('、')}。`, en: `One of: ${words.map(({ en }) => en).join(', ')}.` });
}

/** 1990-01-02, 1990/1/2 (as Excel writes it), 1990.1.2 or 1990年1月2日. */
function dayIn(cell: string): string {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell) ?? [];
  if (day === undefined) throw badRequest('invalid_value', { zh: '日期应如 1990-01-02 或 1990/1/2。', en: 'A date is written 1990-01-02 or 1990/1/2.' });
  return `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The headings of an empty file to fill in. */
export const importTemplate = (): string => ['member_no', 'phone', 'name', 'stage', 'consents', ...calledFor('recurring').filter((key) => key !== 'name' && key !== 'source')].join(',');
