import { oneOf, searchOf, word } from '../../lib/search.ts';
import { spans } from './period.ts';

const day = (value: unknown): string | undefined => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined);

/** Period and account of a chapter, so that every view can be sent to somebody; `behind`: whose rows it opens with, `open_rate` or `open_rate_by_position:1`. */
export const insightSearch = searchOf({ period: oneOf(...spans), from: day, to: day, account: word, behind: word });
export type InsightSearch = ReturnType<typeof insightSearch>;
