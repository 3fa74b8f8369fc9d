import { connect, type Socket } from 'node:net';
import type { SignedPush } from '../domains/activity/testing.ts';

export interface Delivery {
  port: number;
  connections: number;
  /** Null: as fast as answers come back. */
  perSecond: number | null;
}

export interface Delivered {
  seconds: number;
  /** When each request was due, and when its whole answer had come; milliseconds of `performance.now()`. */
  due: Float64Array;
  answered: Float64Array;
}

/** A signed push as it goes over the wire. */
export const requestOf = ({ url, body }: SignedPush): Buffer =>
  Buffer.from(`POST ${url} HTTP/1.1\r\nHost: bench\r\nContent-Type: text/xml\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);

/** Sends requests built beforehand over kept-alive connections. Throws at an answer other than 200. */
export async function deliver(requests: readonly Buffer[], { port, connections, perSecond }: Delivery): Promise<Delivered> {
  const count = requests.length;
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const due = new Float64Array(count);
  const answered = new Float64Array(count);
  const idle = [...sockets];
  let ready = perSecond === null ? count : 0;
  let next = 0;
  let done = 0;

  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    const pump = () => {
      while (idle.length > 0 && next < ready) {
        const socket = idle.pop()!;
        const index = next++;
        if (perSecond === null) due[index] = performance.now();
        socket.once('answer', (status: number) => {
          if (status !== 200) return reject(new Error(`a push was answered with ${status}`));
          answered[index] = performance.now();
          idle.push(socket);
          if (++done === count) resolve();
          else pump();
        });
        socket.write(requests[index]!);
      }
    };
    // Pushes fall due at an even rate whether or not answers come: a slow answer delays nobody but itself.
    const timer = perSecond === null ? null : setInterval(() => {
      const now = performance.now();
      for (let at = dueAt(ready); ready < count && at <= now; at = dueAt(ready)) due[ready++] = at;
      pump();
      if (ready === count) clearInterval(timer!);
    }, 1);
    const dueAt = (index: number) => started + (index * 1000) / perSecond!;
    for (const socket of sockets) socket.once('error', reject);
    pump();
  });
  const seconds = (performance.now() - started) / 1000;
  for (const socket of sockets) socket.destroy();
  return { seconds, due, answered };
}

/** The value below which that share of the values lies. */
export const quantile = (values: Float64Array, share: number): number => Float64Array.from(values).sort()[Math.floor(values.length * share)]!;

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
