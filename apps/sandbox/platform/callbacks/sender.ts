import type { AccountState } from '../platform.ts';
import type { Poster } from './poster.ts';
import { type ReplyOutcome, readReply } from './reply.ts';
import { seal } from './seal.ts';
import { countCallback } from './stats.ts';

/** One message or event for the account's server. */
export interface Push {
  openid: string;
  /** Plain XML, or the JSON of a mini program that chose it. */
  body: string;
  msgType: string;
  /** Simulated milliseconds. */
  at: number;
}

export type PushResult = ReplyOutcome | { kind: 'failed'; reason: string };

export interface CallbackSender {
  /** Delivers with timer and repeats (contract 2.6). Never rejects. */
  send(account: AccountState, push: Push): Promise<PushResult>;
}

const contentTypes = { xml: 'text/xml', json: 'application/json' } as const;

export function createSender(poster: Poster): CallbackSender {
  return {
    async send(account, push) {
      const { settings, callbacks } = account;
      if (settings.callbackUrl === null) return { kind: 'nothing' };
      const glue = settings.callbackUrl.includes('?') ? '&' : '?';
      const headers = { 'content-type': contentTypes[settings.dataFormat], 'user-agent': 'Mozilla/4.0', accept: '*/*' };
      const began = performance.now();
      let reason = '';
      for (let delivery = 1; delivery <= settings.deliveries; delivery++) {
        if (delivery > 1) {
          callbacks.redelivered++;
          await pause(settings.deliveryPauseMs * (0.5 + Math.random()));
        }
        // New nonce and ciphertext each time, same message: only retries differ in their second.
        const sealed = seal(settings, push.body, push.openid, Math.floor(push.at / 1000) + (delivery - 1) * 5);
        try {
          const answer = await poster.post(`${settings.callbackUrl}${glue}${sealed.query}`, sealed.body, headers, settings.deliveryTimeoutMs);
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
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
