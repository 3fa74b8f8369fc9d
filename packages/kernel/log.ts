import pino, { type DestinationStream, type Logger } from 'pino';
import { withoutAddresses } from './addresses.ts';

export type Log = Logger;

/**
 * Structured logs, one JSON object a line on stderr. Ids of requests, events, jobs and brands
 * belong in a line; phones, openids, tokens and message texts never do. The redaction list is
 * the net below that rule, not the rule.
 */
export function createLog(level = process.env['QINGNIAO_LOG_LEVEL'] ?? 'info', to: DestinationStream = pino.destination({ dest: 2, sync: false })): Log {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => errorLine(error) },
      redact: {
        paths: ['openid', 'phone', 'secret', 'token', 'password', 'authorization', 'cookie', 'access_token',
          '*.openid', '*.phone', '*.secret', '*.token', '*.password', '*.authorization', '*.cookie', '*.access_token'],
        censor: '[hidden]',
      },
    },
    to,
  );
}

/** Told of one error: they may go round in a circle. */
const MOST_CAUSES = 5;

/**
 * What failed and where, and nothing else an error carries: PostgreSQL's repeat whole rows, WeChat's have its answer,
 * a mail server's the addresses.
 */
function errorLine(error: unknown, causes = MOST_CAUSES): unknown {
  if (!(error instanceof Error)) return withoutAddresses(String(error));
  const { code, constraint, table, cause } = error as Error & { code?: unknown; constraint?: unknown; table?: unknown };
  return {
    type: error.constructor.name, message: withoutAddresses(error.message), stack: withoutAddresses(error.stack ?? ''), code, constraint, table,
    ...(cause === undefined || causes === 0 ? {} : { cause: errorLine(cause, causes - 1) }),
  };
}
