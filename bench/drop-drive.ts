/** One shop under test; whatever it is made with, buyers do the same in it. */
export interface DropShop {
  /** Null: sold out. The same key is the same order. */
  order(buyer: number, key: string): Promise<{ id: string; number: string } | null>;
  /** Until the shop says that it is paid. */
  pay(buyer: number, order: { id: string; number: string }): Promise<void>;
  /** Thinks better of it: the units return. */
  abandon(buyer: number, order: { id: string; number: string }): Promise<void>;
}

export interface DropPlan {
  buyers: number;
  /** On sale. */
  units: number;
  inFlight: number;
  /** Every so many-th who got an order does not pay. */
  abandonEvery: number;
}

export interface DropOutcome {
  paid: number;
  abandoned: number;
  /** Answers "sold out". */
  refused: number;
  ms: number;
}

/**
 * A closed loop: so many buyers at a time, the next one when one is done. Who was refused while somebody else abandoned
 * comes once more at the end, as people do who keep the page open.
 */
export async function driveDrop(shop: DropShop, { buyers, units, inFlight, abandonEvery }: DropPlan): Promise<DropOutcome> {
  const outcome: DropOutcome = { paid: 0, abandoned: 0, refused: 0, ms: 0 };
  const started = performance.now();
  const refused: number[] = [];
  let ordered = 0;
  const buy = async (buyer: number, mayAbandon: boolean) => {
    const order = await shop.order(buyer, `drop-order-${buyer}`);
    if (!order) {
      outcome.refused += 1;
      refused.push(buyer);
      return;
    }
    ordered += 1;
    if (mayAbandon && ordered % abandonEvery === 0) {
      await shop.abandon(buyer, order);
      outcome.abandoned += 1;
    } else {
      await shop.pay(buyer, order);
      outcome.paid += 1;
    }
  };
  const loop = async (queue: Iterator<number>, mayAbandon: boolean) => {
    await Promise.all(Array.from({ length: inFlight }, async () => {
      for (let next = queue.next(); !next.done; next = queue.next()) await buy(next.value, mayAbandon);
    }));
  };
  /** Those who were refused, as long as units that came back are left. */
  function* waiting(): Generator<number> {
    for (const buyer of [...refused]) {
      if (ordered - outcome.abandoned >= units) return;
      yield buyer;
    }
  }
  await loop(Array.from({ length: buyers }, (_, index) => index).values(), true);
  await loop(waiting(), false);
  outcome.ms = performance.now() - started;
  return outcome;
}
