import { eventMessage, signPush, textMessage } from '../domains/activity/testing.ts';
import { ASSET } from './callback-asset.ts';
import { answer } from './child.ts';
import { deliver, quantile, requestOf, type Delivery } from './push-load.ts';

export interface Plan extends Delivery {
  count: number;
}

export interface Measured {
  seconds: number;
  /** Milliseconds from when a push was due to its whole answer. */
  p50: number;
  p99: number;
}

export interface Load {
  send(plan: Plan): Measured;
}


const FOLLOWERS = 5000;
let made = 0;

/** A different person and message each; the mix of a day: menu taps, texts, locations. */
function nextRequest(): Buffer {
  const serial = ++made;
  const openid = `oBench${String(serial % FOLLOWERS).padStart(22, '0')}`;
  const push = signPush(ASSET, messageOf(openid, serial));
  return requestOf(push);
}

function messageOf(openid: string, serial: number): string {
  const at = 1_700_000_000 + serial;
  if (serial % 2 === 0) return textMessage(openid, 24_416_605_000_000 + serial, '请问这款手袋什么时候到货？', at);
  if (serial % 5 === 0) return eventMessage(openid, 'LOCATION', '<Latitude>23.137466</Latitude><Longitude>113.352425</Longitude><Precision>119.385040</Precision>', at);
  return eventMessage(openid, 'CLICK', `<EventKey><![CDATA[MENU_${serial % 12}]]></EventKey>`, at);
}

async function send({ count, ...delivery }: Plan): Promise<Measured> {
  // Everything is built before the clock starts.
  const { seconds, due, answered } = await deliver(Array.from({ length: count }, nextRequest), delivery);
  const latencies = answered.map((at, index) => at - due[index]!);
  return { seconds, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}

answer({ send });
