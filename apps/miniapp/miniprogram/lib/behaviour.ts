import { type Body, call, Failure } from '../api/client';
import { keep, kept } from '../platform/wx';
import { entranceScene, type Source, sourceNow } from './entrance';
import { newKey } from './key';

type Batch = Body<'post', '/events'>;
type Event = Batch['events'][number];
/** Of each kind its own words; id and time are given here. */
type Told = Event extends infer E ? (E extends Event ? Omit<E, 'id' | 'agoMs'> : never) : never;

/** Until it is answered it is kept on the phone, with the way people had come in by then. */
interface Waiting {
  event: Told;
  id: string;
  at: number;
  scene: number | null;
  source: Source;
}

const KEY = 'behaviour';
const AT_ONCE = 50;
const MOST = 200;
/** Milliseconds: what people do one after the other goes in one request. */
const PAUSE = 3000;

let timer: ReturnType<typeof setTimeout> | null = null;

/** Says what the shopper did. Never in the way: what cannot be sent now is sent with the next. */
export function tell(event: Told): void {
  keep(KEY, [...waiting(), { event, id: newKey(), at: Date.now(), scene: entranceScene(), source: sourceNow() }].slice(-MOST));
  timer ??= setTimeout(() => {
    timer = null;
    void sendWaiting();
  }, PAUSE);
}

const waiting = (): Waiting[] => kept<Waiting[]>(KEY) ?? [];

/** One batch: those that belong to the same entrance. */
export async function sendWaiting(): Promise<void> {
  const all = waiting();
  const [first] = all;
  if (!first) return;
  const wayOf = ({ scene, source }: Waiting): string => JSON.stringify([scene, source]);
  const batch = all.filter((one) => wayOf(one) === wayOf(first)).slice(0, AT_ONCE);
  const body: Batch = {
    source: first.source, ...(first.scene !== null && { scene: first.scene }),
    events: batch.map(({ event, id, at }) => ({ ...event, id, agoMs: Math.max(0, Date.now() - at) }) as Event),
  };
  try {
    await call('post', '/events', { body });
  } catch (error) {
    // What was refused would be refused again.
    if (!(error instanceof Failure && error.refused)) return;
  }
  const sent = new Set(batch.map(({ id }) => id));
  keep(KEY, waiting().filter(({ id }) => !sent.has(id)));
}
