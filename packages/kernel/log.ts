import pino, { type Logger } from 'pino';

export type Log = Logger;

/**
 * Structured logs, one JSON object a line on stderr. Ids of requests, events, jobs and brands
 * belong in a line; phones, openids, tokens and message texts never do. The redaction list is
 * the net below that rule, not the rule.
 */
export function createLog(level = process.env['QINGNIAO_LOG_LEVEL'] ?? 'info'): Log {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: ['openid', 'phone', 'secret', 'token', 'password', 'authorization', 'cookie', 'access_token',
          '*.openid', '*.phone', '*.secret', '*.token', '*.password', '*.authorization', '*.cookie', '*.access_token'],
        censor: '[hidden]',
      },
    },
    pino.destination({ dest: 2, sync: false }),
  );
}
