import { conflict, now, type Secrets } from '@qingniao/kernel';
import type { Shopper } from '../shop/shoppers.ts';
import type { QueueDesk } from './queue-desk.ts';
import { readQueuePass } from './queue-pass.ts';
import type { Release } from './release.ts';
import { askAgainIn, placeState } from './standing.ts';

/** Whether somebody may order now: the place, if it is their turn. @throws Problem queue_first, not_your_turn, turn_over, sold_out (409) */
export async function admit({ queue, secrets }: { queue: QueueDesk; secrets: Secrets }, release: Release, shopper: Shopper, pass: string | null): Promise<number> {
  const number = pass === null ? null : readQueuePass(secrets, release, shopper, pass);
  if (number === null) throw conflict('queue_first', { zh: '本次发售需要排队，请先取号。', en: 'There is a queue for this release; take a place first.' });
  const known = await queue.look(release);
  const view = number > known.called ? await queue.lookAgain(release) : known;
  const at = now();
  const place = placeState(number, view, release, at);
  // Who was called before the sell-out may be asking for the order they have.
  if (place.state === 'your_turn' || (place.state === 'sold_out' && number <= view.called)) return number;
  if (place.state === 'sold_out') throw conflict('sold_out', { zh: '已售罄。', en: 'Sold out.' }, { data: { skus: [] } });
  if (place.state === 'turn_over') throw turnOver();
  throw conflict('not_your_turn', place.ahead === 0 ? { zh: '还没轮到您，下一位就是您。', en: 'It is not your turn yet; you are next.' }
    : { zh: `还没轮到您，前面还有 ${place.ahead} 人。`, en: `It is not your turn yet; people before you: ${place.ahead}.` }, { data: { ahead: place.ahead, askAgainIn: askAgainIn(place, release, at) } });
}

/** Of somebody whose turn passed, or was used. */
export const turnOver = () => conflict('turn_over', { zh: '您的号已过期或已使用，如需购买请重新取号。', en: 'Your turn has passed or was used; take another place to buy.' });
