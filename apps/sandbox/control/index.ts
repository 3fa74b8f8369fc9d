import type { FastifyInstance } from 'fastify';
import { messageOf } from '@qingniao/kernel';
import type { Platform } from '../platform/platform.ts';
import { serveAccounts } from './accounts.ts';
import { serveMerchants } from './merchants.ts';
import { serveMiniPrograms } from './mini-programs.ts';
import { serveClock } from './clock.ts';
import { ControlError } from './error.ts';
import { servePeople } from './people.ts';
import { serveProofs } from './proofs.ts';

export interface Controls {
  save(): void;
  goLive(): void;
  /** When this is over, nothing happens by itself any more. */
  leaveLive(): Promise<void>;
}

/** `/sandbox/*`: everything the real platform has no API for. JSON in, JSON out; errors `{ error }` with 4xx. */
export async function serveControl(app: FastifyInstance, platform: Platform, controls: Controls): Promise<void> {
  await app.register(
    async (scope) => {
      scope.setErrorHandler((error, _request, reply) => {
        const status = error instanceof ControlError ? error.status : ((error as { statusCode?: number }).statusCode ?? 500);
        if (status >= 500) platform.log.error({ err: error }, 'a control call failed');
        return reply.code(status).send({ error: messageOf(error) });
      });
      serveClock(scope, platform, controls);
      serveAccounts(scope, platform);
      servePeople(scope, platform);
      serveMiniPrograms(scope, platform);
      serveMerchants(scope, platform);
      serveProofs(scope, platform);
    },
    { prefix: '/sandbox' },
  );
}
