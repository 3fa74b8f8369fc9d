import { messageOf, newId, Problem, type Log } from '@qingniao/kernel';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { LogController } from 'fastify';
import { handleError, sendProblem } from './errors.ts';
import { serializerCompiler, validatorCompiler } from './schema-compilers.ts';

export interface AppOptions {
  log?: Log;
  /** Which proxies may say who the caller is (Fastify's `trustProxy`); default none. */
  trustProxy?: boolean | string;
  /** Bytes of a JSON body; default 1 MiB. */
  bodyLimit?: number;
}

/** A Fastify instance with the house's validation, errors and request ids, and no routes yet. */
export function createApp({ log, trustProxy = false, bodyLimit = 1_048_576 }: AppOptions = {}) {
  const app = Fastify({
    ...(log ? { loggerInstance: log } : { logger: false }),
    trustProxy,
    bodyLimit,
    genReqId: () => newId(),
    // Our own request line, written by apps/server, has no query string: queries may hold personal data.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 512 },
    frameworkErrors: (error, request, reply) => {
      sendProblem(request, reply as never, new Problem('bad_url', 400, { zh: '网址格式不正确。', en: `The address cannot be read: ${messageOf(error)}` }));
    },
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(handleError);
  return app;
}

export type App = ReturnType<typeof createApp>;
