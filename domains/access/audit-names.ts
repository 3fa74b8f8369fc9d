import type { Tx } from '@qingniao/storage';
import type { StoredAuditEntry } from './audit.ts';

type Reader = Pick<Tx, 'query'>;

/** What things are called now, by what the subject of an audit line begins with (`order`, `push`): the rooms above know. */
export type SubjectNames = Readonly<Record<string, (db: Reader, brandId: number, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>>>;

type Told = Pick<StoredAuditEntry, 'subject' | 'before' | 'after'>;

/** What a line is about; or what it points to, as a cost to its channel, where things of its own kind have no names. */
function thingsOf({ subject, before, after }: Told, kinds: readonly string[]): { kind: string; id: string }[] {
  const [kind = '', id = ''] = subject.split(':');
  if (kinds.includes(kind)) return [{ kind, id }];
  const values = { ...(before as object | null), ...(after as object | null) } as Record<string, unknown>;
  return kinds.flatMap((one) => (typeof values[`${one}Id`] === 'string' ? [{ kind: one, id: values[`${one}Id`] as string }] : []));
}

/** One query a kind; null for what has no name, or none any more. */
export async function namesOfEntries(db: Reader, brandId: number, entries: readonly Told[], names: SubjectNames): Promise<(string | null)[]> {
  const kinds = Object.keys(names);
  const things = entries.map((entry) => thingsOf(entry, kinds));
  const known = new Map(await Promise.all(kinds.map(async (kind) => {
    const ids = new Set(things.flat().filter((thing) => thing.kind === kind).map(({ id }) => id));
    return [kind, ids.size === 0 ? null : await names[kind]!(db, brandId, [...ids])] as const;
  })));
  return things.map((own) => own.map(({ kind, id }) => known.get(kind)?.get(id)).find((name) => name !== undefined) ?? null);
}
