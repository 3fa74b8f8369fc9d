import type { Querier } from '@qingniao/activity';
import type { Text } from '@qingniao/kernel';
import type { ListError, ListKind, ListRow, ReadList } from './read-list.ts';

export interface FoundList {
  /** What the fitting rows call people by, each person once. */
  identityIds: number[];
  /** Rows that name somebody an earlier row named. */
  repeated: number;
  /** Of the people, who follows no account at present: a push passes over them until they do. */
  notFollowing: number;
  /** In the order of the lines. */
  errors: ListError[];
}

const words: Record<Exclude<ListError['code'], 'invalid'>, Text> = {
  // An erased person's openid and numbers are random since, so a file that names them names nobody.
  unknown: { zh: '品牌不认识此人（个人信息已删除者亦无法识别）。', en: 'The brand knows nobody by this (an erased person is known by nothing).' },
  erased: { zh: '此人的个人信息已删除。', en: 'This person was erased.' },
};

/** Looks a list's rows up: whom they name, and what is wrong with the others. */
export async function findListed(db: Querier, brandId: number, list: ReadList, kind: ListKind): Promise<FoundList> {
  const found = await lookUp(db, brandId, list.rows, kind);
  const identities = new Map<number, number>();
  const errors = [...list.errors];
  let repeated = 0;
  let notFollowing = 0;
  list.rows.forEach(({ line }, index) => {
    const one = found[index]!;
    const code = one.contact_id === null ? 'unknown' : one.erased ? 'erased' : null;
    if (code !== null) errors.push({ line, code, ...words[code] });
    else if (identities.has(one.contact_id!)) repeated += 1;
    else {
      identities.set(one.contact_id!, one.identity_id!);
      if (!one.subscribed) notFollowing += 1;
    }
  });
  return { identityIds: [...identities.values()], repeated, notFollowing, errors: errors.sort((a, b) => a.line - b.line) };
}

type Found = { identity_id: number | null; contact_id: number | null; erased: boolean; subscribed: boolean };

/** One answer a row, in their order. An openid of several accounts would be one person's in any case, so the first counts. */
const lookUp = (db: Querier, brandId: number, rows: readonly ListRow[], kind: ListKind): Promise<Found[]> => {
  const values = rows.map(({ value }) => value);
  const person = 'contact c on c.brand_id = $1 and c.id = i.contact_id';
  return kind === 'contact'
    ? db.query<Found>(
      `select i.id as identity_id, c.id as contact_id, c.erased_at is not null as erased, coalesce(c.subscribed, false) as subscribed
         from unnest($2::bigint[]) with ordinality as w (value, n)
         left join identity i on i.brand_id = $1 and i.id = w.value
         left join ${person} order by w.n`,
      [brandId, values])
    : db.query<Found>(
      `select distinct on (w.n) i.id as identity_id, c.id as contact_id, c.erased_at is not null as erased, coalesce(c.subscribed, false) as subscribed
         from unnest($2::text[]) with ordinality as w (value, n)
         left join identity i on i.brand_id = $1 and i.kind = $3 and i.value = w.value
         left join ${person} order by w.n, i.id`,
      [brandId, values, kind]);
};
