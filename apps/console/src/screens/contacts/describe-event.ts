import type { TimelineEvent } from './timeline.tsx';

/** The one fact of an event worth a line under its name; most specific first. */
const telling = [
  'content', 'recognition', 'title', 'menu_name', 'channel_name', 'tag_name', 'name', 'label', 'place_name', 'purpose',
  'url', 'page', 'menu_key', 'scene', 'status', 'reason',
] as const;

const longest = 160;

export function describeEvent({ props }: Pick<TimelineEvent, 'props'>): string {
  for (const name of telling) {
    const value = props[name];
    if (typeof value !== 'string' || value === '') continue;
    return value.length > longest ? `${value.slice(0, longest)}…` : value;
  }
  return '';
}
