import { messageOf, Problem, type Language, type Text } from '@qingniao/kernel';
import { isWechatError, wechatProblem } from '@qingniao/wechat';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';

/** What every 4xx and 5xx answers. */
export const ErrorReply = Type.Object(
  {
    error: Type.Object({
      code: Type.String({ description: 'Stable; decide by this, never by the message.' }),
      message: Type.String({ description: 'A sentence for people, in the caller’s language.' }),
      field: Type.Optional(Type.String({ description: 'The field or parameter that is wrong, as a path: `items.0.name`.' })),
      data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
      requestId: Type.String({ description: 'The same id stands in the server’s log.' }),
    }),
  },
  { description: 'An error' },
);

/** What Accept-Language asks for, else Chinese; a signed-in user's own choice comes with the guard. */
export function languageOf(request: FastifyRequest): Language {
  const header = request.headers['accept-language'] ?? '';
  const first = header.split(',').map((part) => part.trim().slice(0, 2).toLowerCase()).find((tag) => tag === 'zh' || tag === 'en');
  return first === 'en' ? 'en' : 'zh';
}

/** Sends a Problem in the agreed envelope. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const { field, data } = problem.details;
  return reply.code(problem.status).type('application/json; charset=utf-8').send({
    error: {
      code: problem.code,
      message: problem.text[request.language ?? languageOf(request)],
      ...(field === undefined ? {} : { field }),
      ...(data === undefined ? {} : { data }),
      requestId: request.id,
    },
  });
}

/** Fastify's error handler: Problems as they are, WeChat's refusals with its reason, bad input as 4xx with its field, anything else a logged 500. */
export function handleError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = asProblem(error, request);
  if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, 'request failed');
  return sendProblem(request, reply, problem);
}

interface Known {
  code: string;
  status?: number;
  text: Text;
}

function asProblem(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (isWechatError(error)) return wechatProblem(error);
  const broken = error.validation?.[0];
  if (broken) {
    const field = fieldOf(broken);
    return new Problem('invalid', 422, explain(broken), { ...(field === '' ? {} : { field }) });
  }
  const known = knownErrors[error.code];
  if (known && (error.code !== MALFORMED || isGiven(error, request))) return new Problem(known.code, known.status ?? error.statusCode ?? 400, known.text);
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) {
    return new Problem('bad_request', error.statusCode, { zh: '请求无法处理，请检查格式。', en: `The request cannot be read: ${messageOf(error)}` });
  }
  return new Problem('internal', 500, {
    zh: '服务器出错了，已记录。请稍后重试，或把请求编号告诉管理员。',
    en: 'Something failed on the server and was logged. Try again later, or give the request id to your administrator.',
  }, { cause: error });
}

/** What PostgreSQL says of a text that is no number, id or date: the caller's, or of a query of ours that is wrong. */
const MALFORMED = '22P02';

/** Whether the text PostgreSQL complains of came with the request. */
function isGiven({ message }: FastifyError, { params, query, body }: FastifyRequest): boolean {
  const malformed = /"(.*)"$/s.exec(message)?.[1];
  const holds = (given: unknown): boolean =>
    (typeof given === 'object' && given !== null ? Object.values(given).some(holds) : given !== undefined && String(given) === malformed);
  return malformed !== undefined && holds([params, query, body]);
}

const unkeepable: Known = { code: 'invalid', status: 422, text: { zh: '内容含有无法保存的字符。', en: 'There is a character in it that cannot be kept.' } };

const outOfRange: Known = { code: 'invalid', status: 422, text: { zh: '有数值的格式或范围不正确。', en: 'A value is malformed or out of range.' } };

const knownErrors: Record<string, Known> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'too_large', text: { zh: '请求内容过大。', en: 'The request body is too large.' } },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'media_type', text: { zh: '不支持的内容类型。', en: 'This content type is not accepted here.' } },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'invalid_json', text: { zh: '请求缺少 JSON 内容。', en: 'A JSON body is missing.' } },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'invalid_json', text: { zh: '请求内容不是有效的 JSON。', en: 'The body is not valid JSON.' } },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { code: 'invalid_length', text: { zh: '请求长度与声明不符。', en: 'The body is not as long as Content-Length says.' } },
  // PostgreSQL has no NUL in texts, no year 0 and no number of any size: all come from callers alone; but for malformed texts, which are looked for in the request.
  22021: unkeepable,
  '22P05': unkeepable,
  22003: outOfRange,
  [MALFORMED]: outOfRange,
  22008: { code: 'invalid', status: 422, text: { zh: '日期超出范围。', en: 'The date is out of range.' } },
  FST_REQ_FILE_TOO_LARGE: { code: 'too_large', text: { zh: '文件过大。', en: 'The file is too large.' } },
};

interface Broken {
  keyword: string;
  instancePath: string;
  params: Record<string, unknown>;
  message?: string;
}

function fieldOf(broken: Broken): string {
  const path = broken.instancePath.split('/').slice(1).map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  const missing = broken.params['missingProperty'] ?? broken.params['additionalProperty'];
  if (typeof missing === 'string') path.push(missing);
  return path.join('.');
}

const typeNames: Record<string, Text> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
};

function explain({ keyword, params, message }: Broken): Text {
  const limit = String(params['limit'] ?? '');
  switch (keyword) {
    case 'required': return { zh: '此项必填。', en: 'This field is required.' };
    case 'additionalProperties': return { zh: '没有这个字段。', en: 'There is no such field.' };
    case 'minLength': return limit === '1' ? { zh: '此项必填。', en: 'This field is required.' } : { zh: `至少 ${limit} 个字符。`, en: `At least ${limit} characters.` };
    case 'maxLength': return { zh: `最多 ${limit} 个字符。`, en: `At most ${limit} characters.` };
    case 'minimum': return { zh: `不能小于 ${limit}。`, en: `Not less than ${limit}.` };
    case 'maximum': return { zh: `不能大于 ${limit}。`, en: `Not more than ${limit}.` };
    case 'exclusiveMinimum': return { zh: `须大于 ${limit}。`, en: `More than ${limit}.` };
    case 'minItems': return { zh: `至少 ${limit} 项。`, en: `At least ${limit} entries.` };
    case 'maxItems': return { zh: `最多 ${limit} 项。`, en: `At most ${limit} entries.` };
    case 'uniqueItems': return { zh: '不能有重复项。', en: 'No entry twice.' };
    case 'type': {
      const name = typeNames[String(params['type'])] ?? { zh: String(params['type']), en: String(params['type']) };
      return { zh: `应为${name.zh}。`, en: `This should be ${name.en}.` };
    }
    case 'format': return formatTexts[String(params['format'])] ?? { zh: '格式不正确。', en: 'The format is not right.' };
    case 'pattern': return { zh: '格式不正确。', en: 'The format is not right.' };
    case 'enum':
    case 'const':
    case 'anyOf':
    case 'oneOf': return { zh: '不是可选的值。', en: 'Not one of the accepted values.' };
    default: return { zh: '内容不正确。', en: message ?? 'Not valid.' };
  }
}

const formatTexts: Record<string, Text> = {
  email: { zh: '请填写有效的邮箱地址。', en: 'Give a valid e-mail address.' },
  date: { zh: '请按 2026-02-28 的格式填写日期。', en: 'Give the date as 2026-02-28.' },
  'date-time': { zh: '请填写带时区的时间，如 2026-02-28T10:00:00+08:00。', en: 'Give the time with its zone, as 2026-02-28T10:00:00+08:00.' },
  uri: { zh: '请填写完整网址，以 https:// 开头。', en: 'Give a full address beginning with https://.' },
  uuid: { zh: '编号格式不正确。', en: 'This is not an id.' },
};
