import { wordProps, type Json } from '@qingniao/activity';
import type { ResolvedFilter, ResolvedPattern } from '../rule/resolve.ts';
import type { FactEvent } from './facts.ts';

type Event = Pick<FactEvent, 'type' | 'assetId' | 'props'>;

/** Whether an event is one of those a pattern means. */
export const matches = ({ types, where }: ResolvedPattern, event: Event): boolean => types.includes(event.type) && where.every((filter) => passes(filter, event));

function passes(filter: ResolvedFilter, event: Event): boolean {
  switch (filter.op) {
    case 'codes': return filter.codes.some(({ assetId, scene }) => assetId === event.assetId && scene === textOf('scene', event));
    case 'equals': return textOf(filter.property, event) === filter.value;
    case 'in': return filter.values.includes(textOf(filter.property, event));
    case 'contains': return textOf(filter.property, event).includes(filter.value);
    case 'filled': return textOf(filter.property, event) !== '';
    default: return compares(filter.op, event.props[filter.property], filter.value);
  }
}

const words = new Set<string>(wordProps);

/** A property as text, '' where it is absent or neither text nor a number (nor, beside the warehouse's columns, yes or no). */
function textOf(property: string, { assetId, props }: Event): string {
  if (property === 'asset_id') return assetId ?? '';
  const value = props[property];
  if (typeof value === 'string') return value;
  return typeof value === 'number' || (typeof value === 'boolean' && !words.has(property)) ? String(value) : '';
}

function compares(op: 'less' | 'at_most' | 'at_least' | 'more', found: Json | undefined, value: number): boolean {
  if (typeof found !== 'number') return false;
  return op === 'less' ? found < value : op === 'at_most' ? found <= value : op === 'at_least' ? found >= value : found > value;
}
