import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallbackAsset } from '@qingniao/activity';
import { signPush, textMessage } from '../../domains/activity/testing.ts';

export interface CallbackLoad {
  /** Message ids that were answered with `success`. */
  acknowledged: ReadonlySet<string>;
  /** Every message id that was sent, answered or not. */
  sent: ReadonlySet<string>;
  /** Message ids the product refused with anything but 503. */
  refused: string[];
  /** Where the product listens now; null: nowhere, and what else may get its port meanwhile hears nothing. */
  aim(now: string | null): void;
  /** Sends nothing new, repeats what was not answered until it is, as the platform does, and stops. */
  finish(): Promise<void>;
}

const FOLLOWERS = 40;
const AT_ONCE = 24;

/** Follower of a message id; both are known to whoever checks. */
export const followerOf = (id: string): string => `oCrash${String(Number(id) % FOLLOWERS).padStart(22, '0')}`;

/** Pushes text messages as fast as they are answered, each again until it is acknowledged. */
export function startCallbackLoad(asset: CallbackAsset, url: string): CallbackLoad {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const acknowledged = new Set<string>();
  const sent = new Set<string>();
  const again: string[] = [];
  const refused: string[] = [];
  let target: string | null = url;
  let serial = 24_416_605_000_000;
  let finishing = false;

  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (;;) {
      const id = again.shift() ?? (finishing ? undefined : String(++serial));
      if (id === undefined) return;
      sent.add(id);
      const status = target === null ? null : await post(agent, target, asset, id);
      if (status === 200) acknowledged.add(id);
      else again.push(id);
      if (status !== 200 && status !== 503 && status !== null) refused.push(`${id}: ${status}`);
      // Nobody answers while the product starts again.
      if (status !== 200) await sleep(20);
    }
  });

  return {
    acknowledged, sent, refused,
    aim(now) {
      target = now;
    },
    async finish() {
      finishing = true;
      await Promise.all(workers);
      agent.destroy();
    },
  };
}

/** The status when the body was `success`, 599 for another body, null when the connection broke. */
function post(agent: Agent, target: string, asset: CallbackAsset, id: string): Promise<number | null> {
  const push = signPush(asset, textMessage(followerOf(id), id));
  return new Promise((resolve) => {
    const sending = request(`${target}${push.url}`, { method: 'POST', agent, headers: { ...push.headers, 'content-length': Buffer.byteLength(push.body) } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.once('end', () => resolve(response.statusCode === 200 && body !== 'success' ? 599 : response.statusCode!));
      response.once('error', () => resolve(null));
    });
    sending.once('error', () => resolve(null));
    sending.end(push.body);
  });
}
