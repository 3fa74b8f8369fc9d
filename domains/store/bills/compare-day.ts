import type { Querier } from '@qingniao/activity';
import { addDays, conflict, localDay, type Log, messageOf, notFound, now, nowDate, shanghaiMidnight } from '@qingniao/kernel';
import type { Database, Timers, Tx } from '@qingniao/storage';
import { type FundFlowBill, isPayError, payProblem, type TradeBill } from '@qingniao/wechat';
import { raiseAlarm } from '../pay/alarms.ts';
import { compareBill, compareFlow, compareTotals, type Comparison, type Difference, type Ours } from './compare-bill.ts';

/** The bills of one merchant; null: nothing moved on that day. */
export interface Bills {
  trade(day: string): Promise<TradeBill | null>;
  fundFlow(day: string): Promise<FundFlowBill | null>;
}

export interface BillDeps {
  database: Database;
  timers: Timers;
  log: Log;
  billsOf(brandId: number, merchantId: string): Promise<Bills>;
}

export const BILL_TIMER = 'store-bills';
/** Bills of a day are ready at ten of the next; WeChat Pay says itself when one is late. */
const READY = 10.5 * 3_600_000;
/** Days looked at again by the clock: what could not be fetched is fetched the day after. */
const LOOKS_BACK = 7;

/** The last day whose bill can be there. */
const lastBilled = (): string => addDays(localDay(now() - READY), -1);

/**
 * Fetches a day's bills, compares them and writes down what came of it, in place of an earlier comparison.
 * @throws Problem not_found (404) of the merchant, bill_not_ready (409), pay_busy, pay_refused
 */
export async function compareDay({ database, log, billsOf }: BillDeps, brandId: number, merchantId: string, day: string, by: string, also?: (tx: Tx) => Promise<void>): Promise<void> {
  const [merchant] = await database.forBrand(brandId).query('select 1 from pay_merchant where brand_id = $1 and id = $2', [brandId, merchantId]);
  if (!merchant) throw notFound({ zh: '该商户号', en: 'merchant' });
  if (day > lastBilled()) throw notReady();
  const bills = await billsOf(brandId, merchantId);
  const [trade, flow] = await Promise.all([bills.trade(day), bills.fundFlow(day)]).catch(refused);
  await database.forBrand(brandId).tx(async (tx) => {
    const rows = trade?.rows ?? [];
    const ours = await oursOf(tx, brandId, merchantId, day, rows.map((row) => row.outRefundNo ?? row.outTradeNo));
    const comparison = compareBill(rows, ours);
    comparison.differences.push(...(flow ? compareFlow(rows, flow, comparison, ours) : []), ...compareTotals(trade, flow));
    await keep(tx, brandId, merchantId, day, comparison, { trade, flow }, by);
    await also?.(tx);
    if (comparison.differences.length > 0) await raiseAlarm(tx, brandId, log, 'bill_differs', null, { merchantId, day, differences: comparison.differences.length });
  });
}

const notReady = () => conflict('bill_not_ready', { zh: '这一天的账单还没有生成：微信支付在次日上午十点后提供。', en: 'The bill of this day is not ready: WeChat Pay gives it after ten the next morning.' }, { field: 'day' });

function refused(error: unknown): never {
  if (!isPayError(error)) throw error;
  if (error.code === 'STATEMENT_CREATING') throw notReady();
  throw payProblem(error);
}

/** Of the day by WeChat Pay's own time, refunds by when it took them (or, where it did not say, when we asked); and whatever the bill names, of any day. */
async function oursOf(db: Querier, brandId: number, merchantId: string, day: string, numbers: readonly string[]): Promise<Ours[]> {
  const params = [brandId, merchantId, shanghaiMidnight(day), shanghaiMidnight(addDays(day, 1)), numbers];
  const payments = await db.query<Ours & Record<string, unknown>>(
    `select 'payment' as what, o.number, o.id as "orderId", p.total_fen as fen, p.paid_at >= $3 and p.paid_at < $4 as expected, p.state = 'paid' as moved
       from payment p join shop_order o on o.brand_id = p.brand_id and o.id = p.order_id
      where p.brand_id = $1 and p.merchant_id = $2 and (p.paid_at >= $3 and p.paid_at < $4 or o.number = any ($5))`, params,
  );
  // What is not sent yet is not there; what was closed never moved. What somebody ended by hand is there if WeChat Pay had it.
  const refunds = await db.query<Ours & Record<string, unknown>>(
    `select 'refund' as what, r.id as number, r.order_id as "orderId", r.fen, taken >= $3 and taken < $4 as expected,
            case when r.ended_by is null then r.state not in ('requested', 'closed') else r.taken_at is not null end as moved
       from refund r join payment p on p.brand_id = r.brand_id and p.order_id = r.order_id, coalesce(r.taken_at, r.requested_at) as taken
      where r.brand_id = $1 and p.merchant_id = $2 and r.fen > 0 and (taken >= $3 and taken < $4 or r.id = any ($5))`, params,
  );
  return [...payments, ...refunds];
}

async function keep(tx: Tx, brandId: number, merchantId: string, day: string, { matched, differences }: Comparison, { trade, flow }: { trade: TradeBill | null; flow: FundFlowBill | null }, by: string): Promise<void> {
  const of = [brandId, merchantId, day];
  await tx.query('delete from bill_difference where brand_id = $1 and merchant_id = $2 and day = $3', of);
  await tx.query(
    `insert into bill_day (brand_id, merchant_id, day, state, matched, differing, paid_fen, refund_fen, fee_fen, flow_in_fen, flow_out_fen, compared_at, compared_by)
     values ($1, $2, $3, '', $4, 0, $5, $6, $7, $8, $9, $10, $11)
     on conflict (brand_id, merchant_id, day) do update set matched = excluded.matched, paid_fen = excluded.paid_fen, refund_fen = excluded.refund_fen, fee_fen = excluded.fee_fen,
        flow_in_fen = excluded.flow_in_fen, flow_out_fen = excluded.flow_out_fen, compared_at = excluded.compared_at, compared_by = excluded.compared_by`,
    [...of, matched.length, trade?.totals.total ?? 0, trade?.totals.refundRequested ?? 0, trade?.totals.fee ?? 0, flow?.totals.in ?? 0, flow?.totals.out ?? 0, nowDate(), by],
  );
  await tx.query(
    `insert into bill_difference (brand_id, merchant_id, day, what, number, kind, order_id, platform_id, ours_fen, theirs_fen)
     select $1, $2, $3, what, number, kind, "orderId", "platformId", "oursFen", "theirsFen"
       from jsonb_to_recordset($4::jsonb) as r (what text, number text, kind text, "orderId" text, "platformId" text, "oursFen" bigint, "theirsFen" bigint)
     on conflict do nothing`, [...of, JSON.stringify(differences)],
  );
  // A refund sent after midnight stands in the next day's bill: what was missing in the one before is found.
  const found = matched.filter(({ what }) => what === 'refund').map(({ number }) => number);
  await tx.query(`delete from bill_difference where brand_id = $1 and merchant_id = $2 and day <> $3 and what = 'refund' and kind = 'missing_there' and number = any ($4)`, [...of, found]);
  await tx.query(
    `update bill_day b set differing = d.count, state = case when d.count = 0 then 'agrees' else 'differs' end
       from (select x.day, (select count(*)::int from bill_difference f where f.brand_id = x.brand_id and f.merchant_id = x.merchant_id and f.day = x.day) as count
               from bill_day x where x.brand_id = $1 and x.merchant_id = $2) as d
      where b.brand_id = $1 and b.merchant_id = $2 and b.day = d.day and (b.day = $3 or b.differing <> d.count)`, of,
  );
}

/** Every day of the last week that was not compared yet; a day whose bill cannot be had is tried again tomorrow. */
export async function compareDue(deps: BillDeps, brandId: number, merchantId: string): Promise<void> {
  const db = deps.database.forBrand(brandId);
  await db.tx((tx) => scheduleBills(tx, deps.timers, brandId, merchantId));
  const last = lastBilled();
  const days = Array.from({ length: LOOKS_BACK }, (_, back) => addDays(last, back - LOOKS_BACK + 1));
  const done = await db.query<{ day: string }>('select day::text as day from bill_day where brand_id = $1 and merchant_id = $2 and day = any ($3::date[])', [brandId, merchantId, days]);
  const [merchant] = await db.query<{ since: Date }>('select created_at as since from pay_merchant where brand_id = $1 and id = $2', [brandId, merchantId]);
  const since = merchant ? localDay(merchant.since) : last;
  for (const day of days) {
    if (day < since || done.some((one) => one.day === day)) continue;
    await compareDay(deps, brandId, merchantId, day, 'clock').catch((error: unknown) => deps.log.warn({ brandId, merchantId, day, err: messageOf(error) }, 'a bill could not be compared'));
  }
}

/** At half past ten of Beijing, the next one there is. */
export function scheduleBills(tx: Tx, timers: Timers, brandId: number, merchantId: string): Promise<void> {
  const today = shanghaiMidnight(localDay(now())).getTime() + READY;
  const dueAt = new Date(today > now() ? today : shanghaiMidnight(addDays(localDay(now()), 1)).getTime() + READY);
  return timers.set(tx, { brandId, name: BILL_TIMER, key: merchantId, dueAt, payload: null });
}

/** Of merchants that have none yet: every merchant has one from when it is connected. */
export const scheduleAllBills = ({ database, timers }: BillDeps): Promise<void> => database.system.tx(async (tx) => {
  const merchants = await tx.query<{ brandId: number; id: string }>(
    `select brand_id as "brandId", id from pay_merchant m where not exists (select 1 from timer t where t.brand_id = m.brand_id and t.name = $1 and t.key = m.id)`, [BILL_TIMER],
  );
  for (const { brandId, id } of merchants) await scheduleBills(tx, timers, brandId, id);
});

export interface BillDay extends Record<string, unknown> {
  merchantId: string;
  day: string;
  state: 'agrees' | 'differs';
  matched: number;
  differing: number;
  paidFen: number;
  refundFen: number;
  feeFen: number;
  flowInFen: number;
  flowOutFen: number;
  comparedAt: Date;
  comparedBy: string;
}

/** Newest first. */
export const listBillDays = (db: Querier, brandId: number, limit: number, after: [string, string] | null): Promise<BillDay[]> =>
  db.query<BillDay>(
    `select merchant_id as "merchantId", day::text as day, state, matched, differing, paid_fen as "paidFen", refund_fen as "refundFen", fee_fen as "feeFen", flow_in_fen as "flowInFen",
            flow_out_fen as "flowOutFen", compared_at as "comparedAt", compared_by as "comparedBy"
       from bill_day where brand_id = $1 and ($2::date is null or (day, merchant_id) < ($2, $3)) order by day desc, merchant_id desc limit $4`,
    [brandId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

export const readDifferences = (db: Querier, brandId: number, merchantId: string, day: string): Promise<Difference[]> =>
  db.query<Difference & Record<string, unknown>>(
    `select what, number, kind, order_id as "orderId", platform_id as "platformId", ours_fen as "oursFen", theirs_fen as "theirsFen"
       from bill_difference where brand_id = $1 and merchant_id = $2 and day = $3 order by what, number`, [brandId, merchantId, day],
  );
