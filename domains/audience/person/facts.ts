import type { Json } from '@qingniao/activity';
import type { ContactCopy } from '@qingniao/people';

/** Everything a rule may ask about one living person. */
export interface PersonFacts {
  contact: ContactCopy;
  /** Of the types asked about, by all their identities, in the order of time, then of arrival. */
  events: readonly FactEvent[];
  /** Lists that name them. */
  lists: ReadonlySet<string>;
}

export interface FactEvent {
  id: number;
  type: string;
  /** The second it happened in. */
  second: number;
  assetId: string | null;
  props: Readonly<Record<string, Json>>;
}
