import type { Querier } from '@qingniao/activity';
import type { ProductOption } from '../catalogue/options.ts';
import type { ReceiverQuestion } from '../catalogue/receiver-questions.ts';
import type { CaseRow, ReplacementChoice } from './case-row.ts';
import { heldOf } from './held.ts';

/** By line: what its units may be exchanged for now: another variant than they are, of the same product and price, that is in stock where the order came from. */
export async function replacementsFor(db: Querier, brandId: number, orderId: string): Promise<Map<number, { skuId: string; name: string }[]>> {
  const held = await heldOf(db, brandId, orderId);
  const rows = await db.query<{ position: number; skuId: string; name: string }>(
    `select l.position, other.id as "skuId", other.name
       from order_line l join sku bought on bought.brand_id = l.brand_id and bought.id = l.sku_id
       join sku other on other.brand_id = l.brand_id and other.product_id = l.product_id and other.archived_at is null and other.price_fen = bought.price_fen
       join stock_hold h on h.brand_id = l.brand_id and h.order_id = l.order_id and h.sku_id = l.sku_id and h.state = 'committed'
       join stock s on s.brand_id = l.brand_id and s.pool_id = h.pool_id and s.sku_id = other.id and s.on_hand > s.held
      where l.brand_id = $1 and l.order_id = $2 order by l.position, other.position`, [brandId, orderId],
  );
  const byLine = new Map<number, { skuId: string; name: string }[]>();
  const isIt = (position: number, skuId: string): boolean => held.get(position)!.every((one) => one.skuId === skuId);
  for (const { position, ...variant } of rows.filter(({ position, skuId }) => !isIt(position, skuId))) byLine.set(position, [...(byLine.get(position) ?? []), variant]);
  return byLine;
}

/** A choice that costs what the one made did. */
export interface OtherChoice extends ReplacementChoice {
  option: string;
  name: string;
  /** What a gift's receiver may be asked of it; null: not for them. */
  asks: ReceiverQuestion | null;
}

/** By line: of its own variant, what it may be made as instead: a ring of another size where that is a choice and no variant. */
export async function choicesFor(db: Querier, brandId: number, orderId: string): Promise<Map<number, OtherChoice[]>> {
  const held = await heldOf(db, brandId, orderId);
  const lines = await db.query<{ position: number; options: Record<string, string>; offered: ProductOption[] }>(
    'select l.position, l.options, p.options as offered from order_line l join product p on p.brand_id = l.brand_id and p.id = l.product_id where l.brand_id = $1 and l.order_id = $2', [brandId, orderId],
  );
  return new Map(lines.map(({ position, options, offered }) => [position, offered.flatMap((option) => {
    const made = option.kind === 'choice' ? option.choices.find(({ id }) => id === options[option.id]) : undefined;
    if (option.kind !== 'choice' || !made) return [];
    const isIt = (choiceId: string): boolean => held.get(position)!.every((one) => one.options[option.id] === choiceId);
    return option.choices.filter(({ id, feeFen }) => !isIt(id) && feeFen === made.feeFen)
      .map(({ id, name }) => ({ optionId: option.id, choiceId: id, option: option.name, name, asks: option.askReceiver ?? null }));
  })]));
}

/** By line of an order: what a gift's receiver may be asked of its variants; null: nothing. */
export async function variantQuestions(db: Querier, brandId: number, orderId: string): Promise<Map<number, ReceiverQuestion | null>> {
  const lines = await db.query<{ position: number; asks: ReceiverQuestion | null }>(
    'select l.position, p.ask_receiver as asks from order_line l join product p on p.brand_id = l.brand_id and p.id = l.product_id where l.brand_id = $1 and l.order_id = $2', [brandId, orderId],
  );
  return new Map(lines.map(({ position, asks }) => [position, asks]));
}

/** What an exchange was asked for; null: the same again. `toReceiver`: in words that tell nothing of the product, where there are any. */
export async function insteadOf(db: Querier, brandId: number, { id, replacementSkuId, replacementChoice }: CaseRow): Promise<{ name: string; toReceiver: string | null } | null> {
  const [found] = replacementChoice === null
    ? await db.query<{ name: string; toReceiver: string | null }>(
      `select k.name, case when p.ask_receiver is not null then k.name end as "toReceiver" from sku k join product p on p.brand_id = k.brand_id and p.id = k.product_id where k.brand_id = $1 and k.id = $2`, [brandId, replacementSkuId],
    )
    : await db.query<{ name: string; toReceiver: string | null }>(
      `select (o->>'name') || ' ' || (c->>'name') as name, case when o ? 'askReceiver' then c->>'name' end as "toReceiver"
         from after_sale_line a join after_sale s on s.brand_id = a.brand_id and s.id = a.case_id
         join order_line l on l.brand_id = a.brand_id and l.order_id = s.order_id and l.position = a.position
         join product p on p.brand_id = l.brand_id and p.id = l.product_id, jsonb_array_elements(p.options) o, jsonb_array_elements(coalesce(o->'choices', '[]')) c
        where a.brand_id = $1 and a.case_id = $2 and o->>'id' = $3 and c->>'id' = $4`, [brandId, id, replacementChoice.optionId, replacementChoice.choiceId],
    );
  return found ?? null;
}
