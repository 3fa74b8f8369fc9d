/** The places up to which an answer was counted. */
export interface Heads {
  /** The last event. */
  log: number;
  /** The last revision of a follow. */
  follows: number;
  /** Another one: what lies between two places is not known, everything is counted anew. */
  epoch: string;
}
