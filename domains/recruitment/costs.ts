import type { Actor } from '@qingniao/access';
import { badRequest, fen, newId, notFound, nowDate } from '@qingniao/kernel';
import { sourceGroups, type SourceGroup } from '@qingniao/people';
import type { BrandDatabase, Tx } from '@qingniao/storage';

export interface CostInput {
  channelId: string | null;
  sourceGroup: SourceGroup | null;
  /** Calendar day of the brand's zone. */
  day: string;
  fen: number;
  note?: string;
}

export interface CostView extends Required<CostInput> {
  id: string;
  createdAt: Date;
}

/** Records money spent on a channel or on a whole group. @throws Problem cost_owner, cost_amount (422), not_found (404) */
export async function recordCost(tx: Tx, brandId: number, input: CostInput, by: string): Promise<string> {
  if ((input.channelId === null) === (input.sourceGroup === null))
    throw badRequest('cost_owner', { zh: '请选择一个渠道或一个来源分组。', en: 'Choose either a channel or a source group.' }, { field: 'channelId' });
  if (input.fen <= 0)
    throw badRequest('cost_amount', { zh: '金额须大于 0。', en: 'The amount must be above 0.' }, { field: 'fen' });
  if (input.sourceGroup !== null && !Object.hasOwn(sourceGroups, input.sourceGroup)) throw notFound({ zh: '来源分组', en: 'source group' });
  if (input.channelId !== null) {
    const found = await tx.query('select 1 from channel where brand_id = $1 and id = $2', [brandId, input.channelId]);
    if (found.length === 0) throw notFound({ zh: '渠道', en: 'channel' });
  }
  const id = newId();
  await tx.query(
    `insert into channel_cost (brand_id, id, channel_id, source_group, day, fen, note, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [brandId, id, input.channelId, input.sourceGroup, input.day, fen(input.fen), input.note ?? '', by, nowDate()],
  );
  return id;
}

/** @throws Problem not_found (404) */
export async function removeCost(tx: Tx, brandId: number, id: string): Promise<CostView> {
  const [removed] = await tx.query<CostView & Record<string, unknown>>(
    `delete from channel_cost where brand_id = $1 and id = $2
     returning id, channel_id as "channelId", source_group as "sourceGroup", to_char(day, 'YYYY-MM-DD') as day, fen, note, created_at as "createdAt"`,
    [brandId, id],
  );
  if (!removed) throw notFound({ zh: '成本记录', en: 'cost entry' });
  return removed;
}

/** Newest day first; `after` is the day and id of the last one of the page before. */
export const listCosts = (brand: BrandDatabase, from: string, to: string, after: [string, string] | null, limit: number): Promise<(CostView & { channelName: string | null })[]> =>
  brand.query<CostView & { channelName: string | null } & Record<string, unknown>>(
    `select s.id, s.channel_id as "channelId", c.name as "channelName", s.source_group as "sourceGroup", to_char(s.day, 'YYYY-MM-DD') as day, s.fen, s.note, s.created_at as "createdAt"
       from channel_cost s left join channel c on c.brand_id = s.brand_id and c.id = s.channel_id
      where s.brand_id = $1 and s.day between $2 and $3 and ($4::date is null or (s.day, s.id) < ($4, $5))
      order by s.day desc, s.id desc limit $6`,
    [brand.brandId, from, to, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** Money is for those who account for it and those who record it. */
export const seesCosts = ({ permissions }: Actor): boolean => permissions.has('finance:read') || permissions.has('recruitment:write');

/** A row of a report as everybody else may see it. */
export const withoutCosts = <Row extends { spentFen: number; costPerFollow: number | null; costPerKept: number | null }>(row: Row): Row =>
  ({ ...row, spentFen: 0, costPerFollow: null, costPerKept: null });
