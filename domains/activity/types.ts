import type { Row, Sql } from '@qingniao/storage';
import type { EventType } from './event-types.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What a platform, a form or a file calls a person. `value` of a phone is its keyed hash, never the number. */
export interface IdentityRef {
  kind: 'openid' | 'unionid' | 'phone' | 'member_no' | 'external_id';
  /** The asset (official account, mini program) an openid belongs to; null for the others. */
  assetId: string | null;
  value: string;
}

export interface NewEvent {
  type: EventType;
  /** When it happened, by the platform's word. */
  at: Date;
  assetId: string | null;
  /** Null for events about nobody (account events, job results). A number is an identity id already known. */
  who: IdentityRef | number | null;
  /** Same key, same event: it is stored once for as long as the log lives. Any text; a `digestId` is stored as it is. */
  dedupKey: string;
  /** No openid, phone or other identity in here: those live in identities and can be erased. */
  props: Record<string, Json>;
  /** Other people in the event (a friend, a unionid): each becomes an identity, its id stored as `props[name]`. */
  mentions?: Record<string, IdentityRef>;
}

/** A stored event. */
export interface LogEvent {
  id: number;
  brandId: number;
  type: EventType;
  at: Date;
  receivedAt: Date;
  assetId: string | null;
  identityId: number | null;
  props: Record<string, Json>;
}

export interface AppendResult {
  /** In the order given: the new event's id, or null when the event was already in the log. */
  ids: (number | null)[];
}

/** Anything that runs SQL: a transaction, a brand's handle, the system handle. */
export interface Querier {
  query<R extends Row = Row>(sql: Sql, params?: readonly unknown[]): Promise<R[]>;
}
