import type { Person } from '../../world.ts';

export interface SubscriptionTemplate {
  id: string;
  title: string;
  content: string;
  example: string;
  /** 2 once, 3 long-term. */
  type: 2 | 3;
}
export interface Subscriptions {
  templates: Map<string, SubscriptionTemplate>;
  /** `openid templateId` → sends left. Each accept of a once-template adds one. */
  consents: Map<string, number>;
  /** One-time subscription messages: `openid templateId scene`. */
  once: Set<string>;
}
export const newSubscriptions = (): Subscriptions => ({ templates: new Map(), consents: new Map(), once: new Set() });

export const consentKey = (openid: string, templateId: string): string => `${openid} ${templateId}`;

export function answerPopup(subscriptions: Subscriptions, person: Person, templateId: string, accept: boolean): void {
  const key = consentKey(person.openid, templateId);
  if (!accept) return;
  const longTerm = subscriptions.templates.get(templateId)?.type === 3;
  subscriptions.consents.set(key, longTerm ? Infinity : (subscriptions.consents.get(key) ?? 0) + 1);
}

/** True when a send was allowed and is now used up. */
export function spendConsent(subscriptions: Subscriptions, openid: string, templateId: string): boolean {
  const key = consentKey(openid, templateId);
  const left = subscriptions.consents.get(key) ?? 0;
  if (left < 1) return false;
  subscriptions.consents.set(key, left - 1);
  return true;
}
