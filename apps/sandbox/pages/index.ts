import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform/platform.ts';
import { serveArticles } from './article.ts';
import { serveConsent } from './consent.ts';
import { serveFiles } from './files.ts';

/** What browsers see of mp.weixin.qq.com and open.weixin.qq.com. */
export async function servePages(app: FastifyInstance, platform: Platform): Promise<void> {
  serveFiles(app, platform);
  serveArticles(app, platform);
  serveConsent(app, platform);
}
