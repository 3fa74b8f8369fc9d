import { Pool } from 'undici';
import type { AccountState } from '../platform.ts';
import { type ReplyOutcome, readReply } from './reply.ts';
import { seal } from './seal.ts';
import { countCallback } from './stats.ts';

/** One message or event for the account's server. */
export interface Push {
  openid: string;
  /** Plain XML. */
  xml: string;
  msgType: string;
  /** Simulated milliseconds. */
  at: number;
}

export type PushResult = ReplyOutcome | { kind: 'failed'; reason: string };

export interface CallbackSender {
  /** Delivers with timer and repeats (contract 2.6). Never rejects. */
  send(account: AccountState, push: Push): Promise<PushResult>;
  close(): Promise<void>;
}

const MOST_BYTES = 64 * 1024;

interface Delivery {
  status: number;
  body: string;
}

/** @param connections kept alive to each account's server. */
export function createSender(connections: number): CallbackSender {
  const pools = new Map<string, Pool>();
  const poolFor = (origin: string): Pool => {
    let pool = pools.get(origin);
    if (!pool) pools.set(origin, (pool = new Pool(origin, { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 })));
    return pool;
  };

  return {
    async send(account, push) {
      const { settings, callbacks } = account;
      if (settings.callbackUrl === null) return { kind: 'nothing' };
      const url = new URL(settings.callbackUrl);
      const glue = url.search ? `${url.search}&` : '?';
      const pool = poolFor(url.origin);
      const began = performance.now();
      let reason = '';
      for (let delivery = 1; delivery <= settings.deliveries; delivery++) {
        if (delivery > 1) {
          callbacks.redelivered++;
          await pause(settings.deliveryPauseMs * (0.5 + Math.random()));
        }
        // New nonce and ciphertext each time, same message: only retries differ in their second.
        const sealed = seal(settings, push.xml, push.openid, Math.floor(push.at / 1000) + (delivery - 1) * 5);
        try {
          const answer = await post(pool, `${url.pathname}${glue}${sealed.query}`, sealed.body, settings.deliveryTimeoutMs);
          if (answer.status >= 200 && answer.status < 300) {
            countCallback(callbacks, push.at, performance.now() - began, true);
            return readReply(settings, push, answer.body);
          }
          reason = `HTTP ${answer.status}`;
        } catch (error) {
          reason = error instanceof Error ? error.message : 'no answer';
        }
      }
      countCallback(callbacks, push.at, performance.now() - began, false);
      return { kind: 'failed', reason };
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
    },
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** `dispatch` instead of `request`: no streams, half the cost. */
function post(pool: Pool, path: string, body: string, timeoutMs: number): Promise<Delivery> {
  return new Promise((resolve, reject) => {
    let abort: (error: Error) => void = () => undefined;
    let late: Error | null = null;
    let status = 0;
    let size = 0;
    const chunks: Buffer[] = [];
    const timer = setTimeout(() => {
      late = new Error('no complete answer in time');
      reject(late);
      abort(late);
    }, timeoutMs);
    pool.dispatch(
      { path, method: 'POST', body, headers: { 'content-type': 'text/xml', 'user-agent': 'Mozilla/4.0', accept: '*/*' } },
      {
        onRequestStart: (controller) => {
          abort = (error) => controller.abort(error);
          if (late) controller.abort(late);
        },
        onResponseStart: (_controller, code) => {
          status = code;
        },
        onResponseData: (controller, chunk) => {
          size += chunk.length;
          if (size > MOST_BYTES) controller.abort(new Error('the answer is too long'));
          else chunks.push(chunk);
        },
        onResponseEnd: () => {
          clearTimeout(timer);
          resolve({ status, body: chunks.length === 1 ? chunks[0]!.toString('utf8') : Buffer.concat(chunks).toString('utf8') });
        },
        onResponseError: (_controller, error) => {
          clearTimeout(timer);
          reject(error);
        },
      },
    );
  });
}
