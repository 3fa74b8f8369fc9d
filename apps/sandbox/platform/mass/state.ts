import type { MassJob } from '../../world.ts';
import type { PublishedArticle } from '../articles/articles.ts';

/** Originality check of one article (contract 4.3). */
export interface CopyrightItem {
  /** 1-based. */
  article: number;
  /** 1 not a reprint, 2 reprint that may be sent, 3 reprint that may not. */
  state: 1 | 2 | 3;
}
/** How the next send ends, set through the control API. */
export interface MassOutcome {
  /** `err(20001)` and the like; the send fails with it. */
  status?: string;
  copyright?: CopyrightItem[];
}
export type MassStatus = 'SENDING' | 'SEND_SUCCESS' | 'SEND_FAIL' | 'DELETE';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

export interface MassRecord extends Writable<Omit<MassJob, 'articles'>> {
  articles: PublishedArticle[];
  msgDataId: string | null;
  status: MassStatus;
  /** Status of MASSSENDJOBFINISH. */
  result: string;
  outcome: MassOutcome;
  stopOnReprint: boolean;
  content: Record<string, unknown>;
  /** Bits by person index: whom it was meant for when it was accepted, and whom it then reached. */
  audience: Uint8Array;
  reached: Uint8Array;
  draftId: string | null;
  acceptedAt: number;
}
export interface Mass {
  jobs: Map<number, MassRecord>;
  /** clientmsgid → the send it named, for 24 hours. */
  byClientId: Map<string, { msgId: number; msgDataId: string | null; at: number }>;
  /** Deliveries by person index in the month. */
  month: number;
  deliveries: number[];
  /** Successful sends of a subscription account by day; sends to everybody of a service account by month. */
  dayOfLast: number;
  toAllMonth: number;
  toAllCount: number;
  speed: number;
  nextOutcomes: MassOutcome[];
}
export const newMass = (): Mass => ({
  jobs: new Map(), byClientId: new Map(), month: 0, deliveries: [], dayOfLast: -1, toAllMonth: 0, toAllCount: 0, speed: 0, nextOutcomes: [],
});

/** A set of people as bits by their index. */
export const noBits = (people: number): Uint8Array => new Uint8Array(Math.ceil(people / 8));
export const addBit = (bits: Uint8Array, person: number): void => void (bits[person >> 3]! |= 1 << (person & 7));
export const hasBit = (bits: Uint8Array, person: number): boolean => ((bits[person >> 3] ?? 0) & (1 << (person & 7))) !== 0;

export const wasReached = (job: { reached: Uint8Array }, person: number): boolean => hasBit(job.reached, person);
