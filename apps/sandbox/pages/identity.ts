import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookie that says as whom a browser plays; set by the play page, readable by it. */
export const PLAY_COOKIE = 'qingniao_play_as';

/** The openid a browser acts as: `?as=` wins over the cookie. Null: nobody is signed in to this "WeChat". */
export function playedBy(request: FastifyRequest): string | null {
  const asked = (request.query as Record<string, unknown>)['as'];
  if (typeof asked === 'string' && asked !== '') return asked;
  const cookie = request.headers.cookie?.split(';').map((part) => part.trim()).find((part) => part.startsWith(`${PLAY_COOKIE}=`));
  return cookie ? decodeURIComponent(cookie.slice(PLAY_COOKIE.length + 1)) : null;
}

/** Keeps who came in by `?as=`. */
export function remember(reply: FastifyReply, openid: string): void {
  reply.header('set-cookie', `${PLAY_COOKIE}=${encodeURIComponent(openid)}; Path=/; SameSite=Lax`);
}
