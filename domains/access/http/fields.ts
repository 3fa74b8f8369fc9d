import { Type, type TSchema } from 'typebox';
import type { Suppressed } from '../aggregates-only.ts';

/** An instant in an answer: handlers give a Date, callers get ISO 8601 with zone. */
export const Timestamp = Type.Unsafe<Date | string>({ type: 'string', format: 'date-time' });

/** Of a contact, or of one of its identities. */
export const ContactId = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });

/** A calendar day: `2026-02-28`. */
export const Day = Type.String({ format: 'date' });

export const nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** One of a few words: `oneOf(['live', 'bulk'])`, as an enum rather than a union of constants. */
export const oneOf = <const Words extends readonly string[]>(words: Words, options: { description?: string } = {}) =>
  Type.Unsafe<Words[number]>({ type: 'string', enum: [...words], ...options });

/** Chinese and English. */
export const BothTexts = Type.Object({ zh: Type.String(), en: Type.String() });

/** Beside numbers that are null for who sees only aggregates (aggregates-only.ts). */
export const SuppressedField = Type.Optional(oneOf(['small', 'complement'] as const satisfies Suppressed[], {
  description: 'Not shown to head office: under ten people, or a count such a one could be computed from',
}));
