import { sendProblem } from '@qingniao/access';
import { notFound } from '@qingniao/kernel';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import plugin from 'fastify-plugin';

/** The built console at /, its pages by deep link too; unknown API addresses stay 404s. */
export const consoleFiles = plugin(async (app: FastifyInstance, { folder }: { folder: string }) => {
  const built = existsSync(join(folder, 'index.html'));
  if (built) {
    await app.register(files, {
      root: folder,
      wildcard: false,
      preCompressed: true,
      index: ['index.html'],
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Vite puts a hash of the content into the names under assets/.
        const forever = path.includes('/assets/');
        reply.setHeader('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    const isPage = wantsPage && !/^\/(api|wechat|assets)(\/|$)/.test(request.url);
    if (isPage && built) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return sendProblem(request, reply, notFound({ zh: '该地址', en: 'address' }));
  });
}, { name: 'console-files' });
