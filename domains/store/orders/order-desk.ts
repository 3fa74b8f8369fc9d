import { type Secrets, unavailable } from '@qingniao/kernel';
import { isConnectionLost, type Database, type Timers } from '@qingniao/storage';
import type { SoldOut } from '../stock/sold-out.ts';
import { type Answer, type AskedOrder, stockOf, unitsOf } from './decide.ts';
import { placeOrders } from './place-orders.ts';

export interface OrderDesk {
  /**
   * Resolves when the order is durable, or with why there is none. Orders of a brand that come while a commit is under
   * way share the next one: a crowd costs a transaction for many, not for each.
   */
  place(brandId: number, order: AskedOrder): Promise<Answer>;
  /** Takes nothing more and waits for what it has. */
  close(): Promise<void>;
}

interface Waiting {
  order: AskedOrder;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** The stock rows are locked meanwhile, for other processes too. */
const BATCH = 128;

/** The one of this process. */
export function openOrderDesk({ database, timers, secrets, soldOut }: { database: Database; timers: Timers; secrets: Secrets; soldOut: SoldOut }): OrderDesk {
  const queues = new Map<number, Waiting[]>();
  const running = new Map<number, Promise<void>>();
  let closed = false;

  async function run(brandId: number): Promise<void> {
    for (let queue = queues.get(brandId); queue && queue.length > 0; ) await settle(brandId, queue.splice(0, BATCH));
    queues.delete(brandId);
    running.delete(brandId);
  }

  async function settle(brandId: number, waiting: Waiting[]): Promise<void> {
    try {
      const answers = await commit(brandId, waiting);
      for (const [index, one] of waiting.entries()) one.resolve(answers[index]!);
    } catch (error) {
      const [first] = waiting;
      if (waiting.length === 1) return first!.reject(isConnectionLost(error) ? unknownOutcome(error) : error);
      // Somebody's order was refused by the database; the others must not suffer for it.
      const half = Math.ceil(waiting.length / 2);
      await settle(brandId, waiting.slice(0, half));
      await settle(brandId, waiting.slice(half));
    }
  }

  async function commit(brandId: number, waiting: readonly Waiting[]): Promise<Answer[]> {
    const asked = waiting.map(({ order }) => order);
    const attempt = () => database.forBrand(brandId).tx((tx) => placeOrders(tx, brandId, { timers, secrets }, asked));
    // The second time the other's order is found.
    const { answers, available } = await attempt().catch((error: unknown) => (isRace(error) ? attempt() : Promise.reject(error)));
    for (const { poolId, skuId } of asked.flatMap((order) => [...unitsOf(order).keys()].map((skuId) => ({ poolId: order.poolId, skuId })))) {
      if (available.get(stockOf(poolId, skuId)) === 0) soldOut.noticed(brandId, poolId, skuId);
    }
    return answers;
  }

  return {
    place(brandId, order) {
      if (closed) return Promise.reject(unknownOutcome(new Error('the desk is closed')));
      return new Promise((resolve, reject) => {
        const queue = queues.get(brandId) ?? [];
        queues.set(brandId, queue);
        queue.push({ order, resolve, reject });
        // In the next turn: what one packet of the network brought is one batch.
        if (!running.has(brandId)) running.set(brandId, new Promise<void>((start) => setImmediate(start)).then(() => run(brandId)));
      });
    },
    async close() {
      closed = true;
      await Promise.all(running.values());
    },
  };
}

/** A key that another process wrote in this moment, or two that did so crosswise. */
const isRace = (error: unknown): boolean => ['23505', '40P01'].includes(String((error as { code?: unknown }).code));

const unknownOutcome = (cause: unknown) =>
  unavailable('order_unknown', { zh: '网络繁忙，请用同一请求重试，不会重复下单。', en: 'Try again with the same Idempotency-Key; nothing is ordered twice.' }, { cause });
