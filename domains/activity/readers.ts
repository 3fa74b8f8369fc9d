import type { Fields, FieldValue } from '@qingniao/wechat';
import type { IdentityRef, Json } from './types.ts';

/** What the readers of one push fill. */
export interface Draft {
  props: Record<string, Json>;
  mentions: Record<string, IdentityRef>;
  assetId: string;
}

/** Reads one element into the draft. An element of an unexpected shape is kept as it came. */
export type Reader = (value: FieldValue, draft: Draft) => void;
export type Reads = Readonly<Record<string, Reader>>;

export const isFields = (value: FieldValue | undefined): value is Fields => typeof value === 'object' && !Array.isArray(value);

/** `SubscribeStatusString` → `subscribe_status_string`, `HQMusicUrl` → `hq_music_url`. */
export const snakeCase = (name: string): string =>
  name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2').toLowerCase();

const keep = (as: string, value: FieldValue, draft: Draft): void => {
  const clean = withoutPeople(as, value, '');
  if (clean !== undefined && clean !== '') draft.props[as] = clean;
};

/** Text as it came; empty elements say nothing and are left out. 64-bit ids stay text. */
export const text = (as: string): Reader => (value, draft) => {
  if (typeof value !== 'string') keep(as, value, draft);
  else if (value !== '') draft.props[as] = value;
};

/** A number when it is one that JavaScript holds exactly, otherwise the text. */
export const number = (as: string): Reader => (value, draft) => {
  if (typeof value !== 'string') return keep(as, value, draft);
  if (value === '') return;
  const read = Number(value);
  draft.props[as] = value.trim() !== '' && Number.isFinite(read) && Math.abs(read) <= Number.MAX_SAFE_INTEGER ? read : value;
};

/**
 * Latitude or longitude, to a hundredth of a degree (about a kilometre): where exactly somebody stands is sensitive
 * and only for the answer of the moment (domain 4.1).
 */
export const coordinate = (as: string): Reader => (value, draft) => {
  const degrees = typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
  if (Number.isFinite(degrees)) draft.props[as] = Math.round(degrees * 100) / 100;
};

/** `1`/`0` or `true`/`false`. */
export const flag = (as: string): Reader => (value, draft) => {
  if (value === '') return;
  if (value === '1' || value === 'true') draft.props[as] = true;
  else if (value === '0' || value === 'false') draft.props[as] = false;
  else keep(as, value, draft);
};

/** Unix seconds → ISO instant; 0 means "not yet" and is left out. */
export const moment = (as: string): Reader => (value, draft) => {
  if (typeof value !== 'string' || !/^\d{1,10}$/.test(value)) return keep(as, value, draft);
  if (Number(value) > 0) draft.props[as] = new Date(Number(value) * 1000).toISOString();
};

/** The scene of a QR code; `subscribe` carries it with a prefix (official-account 4.1). */
export const scene: Reader = (value, draft) => {
  if (typeof value !== 'string') keep('scene', value, draft);
  else if (value !== '') draft.props['scene'] = value.startsWith('qrscene_') ? value.slice('qrscene_'.length) : value;
};

/** A person other than the subject: becomes an identity, never a prop. */
export const person = (as: string): Reader => (value, draft) => {
  if (typeof value === 'string' && value !== '') draft.mentions[as] = { kind: 'openid', assetId: draft.assetId, value };
};
export const unionid: Reader = (value, draft) => {
  if (typeof value === 'string' && value !== '') draft.mentions['unionid_identity'] = { kind: 'unionid', assetId: null, value };
};

/** Read elsewhere, or somebody we have no business keeping (an employee's openid). */
export const nothing: Reader = () => {};

/** The children of an element, flat among the other props. */
export const inside = (reads: Reads): Reader => (value, draft) => {
  if (!isFields(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    if (inner === undefined) continue;
    const read = Object.hasOwn(reads, name) ? reads[name]! : (field: FieldValue) => keep(snakeCase(name), field, draft);
    read(inner, draft);
  }
};

/** A list of elements as a list of objects. */
export const list = (as: string, reads: Reads): Reader => (value, draft) => {
  const rows = (Array.isArray(value) ? value : [value]).filter(isFields);
  draft.props[as] = rows.map((row) => {
    const inner: Draft = { props: {}, mentions: draft.mentions, assetId: draft.assetId };
    inside(reads)(row, inner);
    return inner.props;
  });
};

/** A list of plain values. */
export const values = (as: string, each: (text: string) => Json = (text) => text): Reader => (value, draft) => {
  draft.props[as] = (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string').map(each);
};

/** Names under which the platform puts people; whatever stands there is not kept. */
const namesPeople = /open_?id|union_?id|user_?name$|^phone|mobile|id_?card/i;
/** What an openid or unionid looks like (official-account 1): `o` and 27 more. */
const looksLikeOpenid = /(?<!\w)o[\w-]{27}(?!\w)/g;

/** A value nobody reads in particular, without openids; undefined when nothing remains. */
export function withoutPeople(name: string, value: FieldValue, sender: string): Json | undefined {
  if (namesPeople.test(name)) return undefined;
  if (typeof value === 'string') {
    const clean = sender.length > 5 ? value.replaceAll(sender, '') : value;
    return clean.replace(looksLikeOpenid, '');
  }
  if (Array.isArray(value)) return value.map((item) => withoutPeople(name, item, sender)).filter((item) => item !== undefined);
  const kept: Record<string, Json> = {};
  for (const [inner, field] of Object.entries(value)) {
    const clean = field === undefined ? undefined : withoutPeople(inner, field, sender);
    if (clean !== undefined) kept[snakeCase(inner)] = clean;
  }
  return kept;
}
