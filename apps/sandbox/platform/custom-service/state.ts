import { fail } from '../errcodes/error.ts';

/** What opened the window (contract 15.2). */
export type Trigger = 'message' | 'menu' | 'follow' | 'scan' | 'payment';

export interface Allowance {
  trigger: Trigger;
  granted: number;
  used: number;
  expiresAt: number;
}
const HOURS = 3_600_000;
const MINUTE = 60_000;

/** Messages and window by trigger: the rule since 2023, and that of June 2021 as a second table. */
const RULES: Readonly<Record<'2023' | '2021', Readonly<Record<Trigger, readonly [granted: number, window: number]>>>> = {
  '2023': { message: [5, 48 * HOURS], menu: [3, MINUTE], follow: [3, MINUTE], scan: [3, MINUTE], payment: [Infinity, 48 * HOURS] },
  '2021': { message: [20, 48 * HOURS], menu: [3, MINUTE], follow: [3, MINUTE], scan: [3, MINUTE], payment: [20, 48 * HOURS] },
};

export interface Agent {
  account: string;
  nickname: string;
  id: number;
  head: string;
  wx: string | null;
  invite: { wx: string; expiresAt: number; status: 'waiting' } | null;
  online: boolean;
}
export interface ServiceMessage {
  id: number;
  openid: string;
  agent: string;
  /** 2002 the agent sent, 2003 the agent received. */
  code: 2002 | 2003;
  text: string;
  /** Seconds. */
  time: number;
}
export interface CustomService {
  /** By person index. A new trigger of a kind replaces the old one. */
  allowances: Map<number, Allowance[]>;
  /** Last message of the person (milliseconds): typing needs one in 30 s. */
  lastMessage: Map<number, number>;
  typing: Set<number>;
  agents: Map<string, Agent>;
  nextAgent: number;
  sessions: Map<string, { agent: string; createdAt: number }>;
  /** openid → milliseconds of the message that is waiting for an agent. */
  waiting: Map<string, number>;
  records: ServiceMessage[];
}

export const newCustomService = (): CustomService => ({
  allowances: new Map(), lastMessage: new Map(), typing: new Set(), agents: new Map(), nextAgent: 1001,
  sessions: new Map(), waiting: new Map(), records: [],
});

/** The person did something that lets the account write to them. */
export function grant(service: CustomService, rules: '2023' | '2021', person: number, trigger: Trigger, at: number): void {
  const [granted, window] = RULES[rules][trigger];
  const kept = (service.allowances.get(person) ?? []).filter((one) => one.expiresAt > at && one.trigger !== trigger);
  kept.push({ trigger, granted, used: 0, expiresAt: at + window });
  service.allowances.set(person, kept);
  if (trigger === 'message') service.lastMessage.set(person, at);
}

/** Takes one message from the allowance that ends first. 45015 outside any window, 45047 when all are used up. */
export function spend(service: CustomService, person: number, at: number): void {
  const open = (service.allowances.get(person) ?? []).filter((one) => one.expiresAt > at);
  if (open.length === 0) fail(45015);
  const usable = open.filter((one) => one.used < one.granted).sort((a, b) => a.expiresAt - b.expiresAt)[0] ?? fail(45047);
  usable.used++;
  service.typing.delete(person);
}
