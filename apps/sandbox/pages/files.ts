import type { FastifyInstance } from 'fastify';
import { create } from 'qrcode';
import type { Platform } from '../platform/platform.ts';
import { now } from '../platform/platform.ts';
import { temporaryMedia } from '../platform/media/media.ts';
import { squaresToJpeg } from '../platform/qrcodes/jpeg.ts';
import { codeOf } from '../platform/qrcodes/qrcodes.ts';

const QUIET_ZONE = 4;
const DAY_SECONDS = 86_400;

/** A QR code as the JPEG that showqrcode answers. */
function qrJpeg(text: string): Buffer {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  return squaresToJpeg(size + 2 * QUIET_ZONE, (row, column) => {
    const [y, x] = [row - QUIET_ZONE, column - QUIET_ZONE];
    return y >= 0 && x >= 0 && y < size && x < size && modules.get(y, x) === 1;
  });
}

/** A follower's avatar: a plain disc whose colour is theirs. */
const avatar = (name: string): string => {
  const hue = [...name].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 360, 7);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 132 132"><rect width="132" height="132" fill="hsl(${hue} 18% 82%)"/><circle cx="66" cy="52" r="24" fill="hsl(${hue} 22% 52%)"/><path d="M18 132a48 42 0 0 1 96 0z" fill="hsl(${hue} 22% 52%)"/></svg>`;
};

type Named = { Params: { appid: string; id: string } };

export function serveFiles(app: FastifyInstance, platform: Platform): void {
  const { accounts } = platform.state;

  /** No token needed; 404 for a ticket that is unknown or over (contract 10). */
  app.get<{ Querystring: { ticket?: string } }>('/cgi-bin/showqrcode', (request, reply) => {
    for (const account of accounts.values()) {
      const code = codeOf(account.qrcodes, request.query.ticket ?? '', now(platform));
      if (code) return reply.type('image/jpg').send(qrJpeg(account.qrcodes.byTicket.get(code.ticket)!.url));
    }
    return reply.code(404).send();
  });

  app.get<Named>('/mmbiz/:appid/:id', (request, reply) => {
    const account = accounts.get(request.params.appid);
    const file = account?.media.images.get(request.params.id) ?? account?.materials.items.get(request.params.id)?.media;
    return file ? reply.header('cache-control', `max-age=${DAY_SECONDS}`).type(file.contentType).send(file.bytes) : reply.code(404).send();
  });

  app.get<Named>('/sandbox/media/:appid/:id', (request, reply) => {
    const account = accounts.get(request.params.appid);
    const file = account && (temporaryMedia(account.media, request.params.id, now(platform)) ?? account.materials.items.get(request.params.id)?.media);
    return file ? reply.type(file.contentType).send(file.bytes) : reply.code(404).send();
  });

  app.get<{ Params: { id: string } }>('/mmhead/:id', (request, reply) => reply.type('image/svg+xml').send(avatar(request.params.id)));
}
