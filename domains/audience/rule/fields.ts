import { fieldOf, fields, type FieldKey } from '@qingniao/people';

/** Fields a segment may ask about: those the warehouse holds a copy of. Not what is sealed, nor words about one person. */
export const askableFields: readonly FieldKey[] = (Object.keys(fields) as FieldKey[]).filter((key) => {
  const field = fieldOf(key);
  return !field.sealed && !field.computed && key !== 'name' && key !== 'remark';
});
