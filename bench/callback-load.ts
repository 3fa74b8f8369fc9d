import { connect, type Socket } from 'node:net';
import { eventMessage, signPush, testAsset, textMessage } from '../domains/activity/testing.ts';
import { answer } from './child.ts';

export interface Plan {
  port: number;
  count: number;
  connections: number;
  /** Null: as fast as answers come back. */
  perSecond: number | null;
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

export const ASSET = testAsset('bench');
const FOLLOWERS = 5000;
let made = 0;

/** A different person and message each; the mix of a day: menu taps, texts, locations. */
function nextRequest(): Buffer {
  const serial = ++made;
  const openid = `oBench${String(serial % FOLLOWERS).padStart(22, '0')}`;
  const push = signPush(ASSET, messageOf(openid, serial));
  const head = `POST ${push.url} HTTP/1.1\r\nHost: bench\r\nContent-Type: text/xml\r\nContent-Length: ${Buffer.byteLength(push.body)}\r\n\r\n`;
  return Buffer.from(head + push.body);
}

function messageOf(openid: string, serial: number): string {
  const at = 1_700_000_000 + serial;
  if (serial % 2 === 0) return textMessage(openid, 24_416_605_000_000 + serial, '请问这款手袋什么时候到货？', at);
  if (serial % 5 === 0) return eventMessage(openid, 'LOCATION', '<Latitude>23.137466</Latitude><Longitude>113.352425</Longitude><Precision>119.385040</Precision>', at);
  return eventMessage(openid, 'CLICK', `<EventKey><![CDATA[MENU_${serial % 12}]]></EventKey>`, at);
}

async function send({ port, count, connections, perSecond }: Plan): Promise<Measured> {
  // Everything is built before the clock starts.
  const requests = Array.from({ length: count }, nextRequest);
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const latencies = new Float64Array(count);
  const idle = [...sockets];
  const due: number[] = [];
  let next = 0;
  let answered = 0;

  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    const pump = () => {
      while (idle.length > 0 && next < count && (perSecond === null || next < due.length)) {
        const socket = idle.pop()!;
        const index = next++;
        const from = perSecond === null ? performance.now() : due[index]!;
        socket.once('answer', (status: number) => {
          if (status !== 200) return reject(new Error(`a push was answered with ${status}`));
          latencies[index] = performance.now() - from;
          idle.push(socket);
          if (++answered === count) resolve();
          else pump();
        });
        socket.write(requests[index]!);
      }
    };
    if (perSecond !== null) schedule(perSecond, count, due, pump);
    for (const socket of sockets) socket.once('error', reject);
    pump();
  });
  const seconds = (performance.now() - started) / 1000;
  for (const socket of sockets) socket.destroy();
  latencies.sort();
  return { seconds, p50: latencies[Math.floor(count * 0.5)]!, p99: latencies[Math.floor(count * 0.99)]! };
}

/** Pushes fall due at an even rate whether or not answers come: a slow answer delays nobody but itself. */
function schedule(perSecond: number, count: number, due: number[], pump: () => void): void {
  const started = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    while (due.length < count && started + (due.length * 1000) / perSecond <= now) due.push(started + (due.length * 1000) / perSecond);
    pump();
    if (due.length === count) clearInterval(timer);
  }, 1);
}

/** A kept-alive connection that emits `answer` with the status when a whole response has arrived. */
async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let held = '';
  socket.on('data', (chunk) => {
    held += chunk.toString('latin1');
    const head = held.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = /content-length: (\d+)/i.exec(held.slice(0, head));
    const whole = length ? held.length >= head + 4 + Number(length[1]) : held.endsWith('0\r\n\r\n');
    if (!whole) return;
    const status = Number(held.slice(9, 12));
    held = '';
    socket.emit('answer', status);
  });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return socket;
}

answer({ send });
