import { eventTypes } from '@qingniao/activity';
import type { Language, Text } from '@qingniao/kernel';
import { purposes } from './consent.ts';
import type { PersonExport } from './export-person.ts';
import { fieldOf, stages } from './matrix.ts';
import { sourceGroups } from './sources.ts';

/** A person's copy as a page to read or print, complete in itself; times in `zone`. */
export function readablePerson(person: PersonExport, language: Language, zone: string): string {
  const title = language === 'zh' ? '您的个人信息副本' : 'A copy of your personal data';
  const words = inWords(language, zone);
  const sections = person.records.map(({ title: heading, rows }) => `<h2>${escape(heading[language])}</h2>${table(rows, language, words)}`);
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${title}</title>
<style>body{font:14px/1.6 system-ui,sans-serif;margin:32px;color:#1c1b19}table{border-collapse:collapse}td,th{border:1px solid #e7e2d8;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}img{max-width:320px}</style>
<h1>${title}</h1><p>${escape(words('exportedAt', person.exportedAt))}</p>${sections.join('\n')}</html>`;
}

/** Names of the columns every reader should understand; whatever else a row holds stands together under `details`. */
const columns: Record<string, Text> = {
  kind: { zh: '类型', en: 'Kind' },
  type: { zh: '行为', en: 'What happened' },
  field: { zh: '项目', en: 'Field' },
  value: { zh: '内容', en: 'Value' },
  source: { zh: '来源', en: 'Source' },
  purpose: { zh: '用途', en: 'Purpose' },
  given: { zh: '是否同意', en: 'Agreed' },
  textVersion: { zh: '文本版本', en: 'Version of the text' },
  channel: { zh: '途径', en: 'Given through' },
  proof: { zh: '凭证', en: 'Proof' },
  at: { zh: '时间', en: 'Time' },
  since: { zh: '起始时间', en: 'Since' },
  created_at: { zh: '建档时间', en: 'On file since' },
  first_seen_at: { zh: '首次出现', en: 'First seen' },
  last_active_at: { zh: '最近活跃', en: 'Last active' },
  stage: { zh: '阶段', en: 'Stage' },
  stage_since: { zh: '进入该阶段', en: 'In this stage since' },
  from_stage: { zh: '原阶段', en: 'From' },
  to_stage: { zh: '新阶段', en: 'To' },
  source_group: { zh: '关注来源', en: 'Came from' },
  tags: { zh: '标签', en: 'Tags' },
  followed_at: { zh: '关注时间', en: 'Followed' },
  unfollowed_at: { zh: '取关时间', en: 'Unfollowed' },
};
const DETAILS: Text = { zh: '其他', en: 'Details' };
const NONE: Text = { zh: '无', en: 'None' };
const yesNo: Record<string, Text> = { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } };
const identityKinds: Record<string, Text> = {
  openid: { zh: '公众号 OpenID', en: 'OpenID' }, unionid: { zh: '微信 UnionID', en: 'UnionID' },
  member_no: { zh: '会员号', en: 'Member number' }, external_id: { zh: '外部编号', en: 'External number' },
};

const dictionaries: Record<string, Record<string, Text>> = {
  type: eventTypes, purpose: purposes, stage: stages, from_stage: stages, to_stage: stages, source_group: sourceGroups, kind: identityKinds, given: yesNo,
};

type InWords = (column: string, value: unknown) => string;
type Row = Record<string, unknown>;

function table(rows: readonly Row[], language: Language, words: InWords): string {
  if (rows.length === 0) return `<p>${NONE[language]}</p>`;
  const present = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => column !== 'label');
  const named = Object.keys(columns).filter((column) => present.includes(column));
  const others = present.filter((column) => !named.includes(column));
  const details = (row: Row) => others.flatMap((column) => (isEmpty(row[column]) ? [] : [`${column}: ${words(column, row[column])}`])).join('; ');
  const head = [...named.map((column) => columns[column]![language]), ...(others.length > 0 ? [DETAILS[language]] : [])];
  const lines = rows.map((row) => [...named.map((column) => words(column, row[column])), ...(others.length > 0 ? [details(row)] : [])]);
  return `<table>${[tr('th', head), ...lines.map((line) => tr('td', line))].join('\n')}</table>`;
}

const tr = (cell: 'th' | 'td', texts: readonly string[]): string => `<tr>${texts.map((text) => `<${cell}>${isPicture(text) ? `<img src="${text}" alt="">` : escape(text)}</${cell}>`).join('')}</tr>`;
const isPicture = (text: string): boolean => /^data:image\/(jpeg|png|webp);base64,[A-Za-z0-9+/]+={0,2}$/.test(text);

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function inWords(language: Language, zone: string): InWords {
  const times = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeStyle: 'medium', timeZone: zone });
  return (column, value) => {
    if (isEmpty(value)) return '';
    if (value instanceof Date) return times.format(value);
    if (column === 'field') return fieldOf(value as never)[language];
    const known = Object.hasOwn(dictionaries, column) ? dictionaries[column]! : {};
    if (Object.hasOwn(known, String(value))) return known[String(value)]![language];
    return Array.isArray(value) ? value.map(String).join('、') : typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
