import { flag, searchOf, word, words } from '../../lib/search.ts';

/** The filters of the list as they stand in the address. Days are days of Shanghai. */
export const contactSearch = searchOf({
  q: word, stage: words, source: words, tag: words, channel: word, subscribed: flag, followedFrom: word, followedTo: word, activeFrom: word,
});
export type ContactSearch = ReturnType<typeof contactSearch>;
