import { Ajv, type Options } from 'ajv';
import addFormatsModule from 'ajv-formats';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';

const addFormats = addFormatsModule.default;

const strictness: Options = { useDefaults: true, allErrors: false, strict: false, removeAdditional: false };
const typed = new Ajv({ ...strictness, coerceTypes: false });
const textual = new Ajv({ ...strictness, coerceTypes: 'array' });
addFormats(typed);
addFormats(textual);

/** JSON bodies carry types and are taken at their word; parameters arrive as text and are read as what the schema says. */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? typed : textual).compile(schema);
