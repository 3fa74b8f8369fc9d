import { ErrorReply, permissions, type Permission } from '@qingniao/access';
import swagger, { type FastifyDynamicSwaggerOptions, type SwaggerTransform } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyPluginAsync, FastifySchema } from 'fastify';
import plugin from 'fastify-plugin';
import type { TSchema } from 'typebox';
import { version } from '../root.ts';

interface ObjectSchema {
  type?: string;
  properties?: Record<string, TSchema & { default?: unknown }>;
  required?: string[];
}

/** Parameters with a default need not be sent, though handlers always find them. */
function withoutDefaulted(schema: unknown): unknown {
  const { properties, required } = schema as ObjectSchema;
  if (!properties || !required) return schema;
  return { ...(schema as ObjectSchema), required: required.filter((name) => properties[name]?.default === undefined) };
}

/** Said once: every operation answers problems alike. */
const problemAnswer = (description: string) => ({ description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } });
const problemAnswers = { '4XX': { $ref: '#/components/responses/Refused' }, '5XX': { $ref: '#/components/responses/Failed' } };

const transform: SwaggerTransform = ({ schema, url, route }) => {
  const { permission, public: open, shopper } = route.config ?? {};
  const text = schema?.description;
  const rights = permission ? `Needs \`${permission}\`: ${permissions[permission as Permission].en.toLowerCase()}.` : shopper ? 'Needs a shopper’s pass.' : 'Open to anybody.';
  const documented: FastifySchema = {
    ...schema,
    ...(schema?.querystring ? { querystring: withoutDefaulted(schema.querystring) } : {}),
    ...(schema?.body ? { body: withoutDefaulted(schema.body) } : {}),
    description: text ? `${text}\n\n${rights}` : rights,
    response: schema?.response ?? { 200: { description: 'Done' } },
    ...(open ? { security: shopper ? [{ shopper: [] }] : [] } : {}),
    hide: schema?.hide === true || !url.startsWith('/api/'),
  };
  return { schema: documented, url };
};

const options: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Qingniao API',
      version,
      description: [
        'Everything the console does goes through this API.',
        'Scripts sign in with an API key: `Authorization: Bearer qn_…`. Browsers use the session cookie, and send the `csrf` of `GET /api/session` as `x-qingniao-csrf` with every write.',
        'Errors answer `{ "error": { code, message, field?, data?, requestId } }`; decide by `code`. `Accept-Language: zh` or `en` chooses the message.',
        'Lists answer `{ items, nextCursor }`; give `nextCursor` back as `cursor` for the next page.',
        'Times are ISO 8601 with zone, money is integer fen.',
      ].join('\n\n'),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    components: {
      schemas: { Error: ErrorReply as object },
      responses: { Refused: problemAnswer('Not possible as asked: `error.code` says why'), Failed: problemAnswer('Failed on the server') },
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, `qn_…`' },
        shopper: { type: 'http', scheme: 'bearer', description: 'The `pass` of `POST /api/shop/{shopId}/sessions`' },
        session: { type: 'apiKey', in: 'cookie', name: 'qn_session', description: 'Set by `POST /api/session`; the name ends with the installation’s mark.' },
      },
    },
    security: [{ apiKey: [] }, { session: [] }],
  },
  transform,
  transformObject(document) {
    if (!('openapiObject' in document)) return document.swaggerObject;
    for (const path of Object.values(document.openapiObject.paths ?? {}))
      for (const operation of Object.values(path ?? {}) as { responses?: object }[]) Object.assign(operation.responses ?? {}, problemAnswers);
    return document.openapiObject;
  },
};

/** Register before the guard and the routes: `/api/openapi.json` and the browsable `/api/docs`. */
export const openApi: FastifyPluginAsync = plugin(async (app) => {
  await app.register(swagger, options);
  app.get('/api/openapi.json', { config: { public: true }, schema: { hide: true } }, async () => app.swagger());
  // Swagger UI brings routes of its own, which carry no config: its scope makes them public before the guard looks.
  await app.register(async (docs) => {
    docs.addHook('onRoute', (route) => {
      route.config = { ...route.config, public: true };
    });
    await docs.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true, uiConfig: { tryItOutEnabled: false } });
  });
}, { name: 'openapi' });
