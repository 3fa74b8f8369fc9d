import { fieldOf, type FieldKey } from '@qingniao/people';
import type { ProfileNode } from './types.ts';

type Op = ProfileNode['op'];

/** What may be asked about a field, by what its values are. Of a sealed date nothing but its day of the year has a copy. */
export function profileOps(key: FieldKey): readonly Op[] {
  const { type, sealed } = fieldOf(key);
  if (type === 'date') return sealed ? ['coming', 'filled'] : ['coming', 'before', 'after', 'between', 'filled'];
  if (type === 'number') return ['at_least', 'at_most', 'more', 'less', 'between', 'filled'];
  return type === 'text' ? ['equals', 'contains', 'in', 'filled'] : ['in', 'equals', 'filled'];
}
