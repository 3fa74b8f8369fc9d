import type { RawPush, Relay, RelayAnswer } from '@qingniao/activity';
import { type Log, messageOf } from '@qingniao/kernel';
import { type Dispatcher, Agent, request } from 'undici';
import { publicLookup, refuseInside } from './relay-address.ts';

/** The platform waits 5 s in all; ours must still be able to answer when theirs does not. */
const RELAY_LIMIT = 3000;
/** The longest passive reply is a few kilobytes. */
const MAX_ANSWER = 64 * 1024;

export interface RelayOptions {
  log: Log;
  /** Hosts that may be relayed to although they are not on the public internet. */
  allowed: ReadonlySet<string>;
  /** Milliseconds. */
  limit?: number;
}

export interface Relays {
  /** Null when no system stands behind this url. */
  to(url: string | null): Relay | null;
  close(): Promise<void>;
}

/**
 * Forwards the raw push, query string and body untouched, to the system that owned the callback URL before,
 * and hands back its reply: `success` and an empty body are nothing to say, anything else is a push that was not taken.
 * Redirects are not followed, and nothing inside our own network is reached that was not allowed.
 */
export function createRelays({ log, allowed, limit = RELAY_LIMIT }: RelayOptions): Relays {
  const dispatcher = new Agent({ connections: 32, keepAliveTimeout: 30_000, maxResponseSize: MAX_ANSWER, connect: { lookup: publicLookup(allowed) } });
  return {
    to: (url) => (url === null ? null : async (asset, push) => {
      try {
        refuseInside(url, allowed);
        const { status, answer } = await forward(url, push, dispatcher, limit);
        if (!answer.taken) log.warn({ asset: asset.id, status }, 'the previous system did not take the relayed push');
        return answer;
      } catch (error) {
        log.warn({ asset: asset.id, err: messageOf(error) }, 'the previous system did not answer the relayed push');
        return { taken: false, reply: null };
      }
    }),
    close: () => dispatcher.destroy(),
  };
}

async function forward(url: string, push: RawPush, dispatcher: Dispatcher, limit: number): Promise<{ status: number; answer: RelayAnswer }> {
  const target = `${url}${url.includes('?') ? '&' : '?'}${push.query}`;
  const response = await request(target, {
    method: 'POST', body: push.body, headers: { 'content-type': push.contentType }, dispatcher, signal: AbortSignal.timeout(limit),
  });
  const body = (await response.body.text()).trim();
  // Whatever is not a reply would show the follower "out of service" (official-account 2.6).
  const isReply = response.statusCode === 200 && body.startsWith('<xml>');
  const taken = isReply || (response.statusCode === 200 && (body === '' || body === 'success'));
  return { status: response.statusCode, answer: { taken, reply: isReply ? { contentType: 'text/xml; charset=utf-8', body } : null } };
}
