import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

const files = { '/play': ['index.html', 'text/html'], '/play/play.js': ['play.js', 'text/javascript'], '/play/mini-program.js': ['mini-program.js', 'text/javascript'], '/play/play.css': ['play.css', 'text/css'] } as const;

/** Beside this file, or in the source tree above it when it runs out of a bundle. */
function folder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (let above = here; ; above = dirname(above)) {
    for (const place of [above, join(above, 'apps/sandbox/play')]) if (existsSync(join(place, 'play.js'))) return place;
    if (dirname(above) === above) throw new Error('the files of the play page are missing (apps/sandbox/play)');
  }
}

/** The page on which anybody can be a follower. */
export async function servePlay(app: FastifyInstance): Promise<void> {
  const place = folder();
  for (const [url, [name, type]] of Object.entries(files)) {
    const text = readFileSync(join(place, name), 'utf8');
    app.get(url, (_request, reply) => reply.type(`${type}; charset=utf-8`).send(text));
  }
}
