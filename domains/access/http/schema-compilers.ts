import { Ajv, type Options, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';
import fastJsonStringify from 'fast-json-stringify';
import type { FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify';
import type { TSchema } from 'typebox';

// Schemas are compiled when they are first used: those of all routes would be a third of every start.

const addFormats = addFormatsModule.default;

const strictness: Options = { useDefaults: true, allErrors: false, strict: false, removeAdditional: false };
const typed = new Ajv({ ...strictness, coerceTypes: false });
const textual = new Ajv({ ...strictness, coerceTypes: 'array' });
addFormats(typed);
addFormats(textual);

/** JSON bodies carry types and are taken at their word; parameters arrive as text and are read as what the schema says. */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  let compiled: ValidateFunction | undefined;
  const validate = (value: unknown): boolean => {
    compiled ??= (httpPart === 'body' ? typed : textual).compile(schema);
    const fits = compiled(value);
    validate.errors = compiled.errors;
    return fits;
  };
  validate.errors = null as ValidateFunction['errors'];
  return validate;
};

export const serializerCompiler: FastifySerializerCompiler<TSchema> = ({ schema }) => {
  let compiled: ((value: unknown) => string) | undefined;
  return (value) => (compiled ??= fastJsonStringify(schema))(value);
};
