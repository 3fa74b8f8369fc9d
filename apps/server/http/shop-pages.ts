import { type Asset, listAssets, type OauthOf } from '@qingniao/accounts';
import type { Database } from '@qingniao/storage';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import plugin from 'fastify-plugin';

export interface ShopPageOptions {
  /** The built host of the mini program. */
  folder: string;
  database: Database;
  oauthOf: OauthOf;
  /** Where open.weixin.qq.com is. */
  authorize: string;
  /** Origins whose pages may show the shop in a frame and play WeChat for it: the phone of a sandbox. */
  frames: string[];
}

/**
 * The mini program in a browser, at /shop/:shopId/pages/…: for links opened outside WeChat's mini programs, in the console's
 * preview, and on the phone of a sandbox.
 */
export const shopPages = plugin(async (app: FastifyInstance, { folder, database, oauthOf, authorize, frames }: ShopPageOptions) => {
  if (!existsSync(join(folder, 'index.html'))) return;
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  for (const part of ['assets', 'files'] as const) {
    if (!existsSync(join(folder, part))) continue;
    await app.register(files, {
      root: join(folder, part), prefix: `/shop/${part}/`, wildcard: false, preCompressed: true, decorateReply: false, cacheControl: false,
      // The names of assets hold a hash of their content.
      setHeaders: (reply) => void reply.setHeader('cache-control', part === 'assets' ? 'public, max-age=31536000, immutable' : 'no-cache'),
    });
  }

  /** The account through which visitors are asked who they are: the one named, or the first that may ask. */
  const whoAsks = async (shopId: number, account?: string): Promise<Asset | null> => {
    for (const asset of await listAssets(database.forBrand(shopId), shopId)) {
      if (asset.state === 'connected' && (account === undefined || asset.id === account) && (await oauthOf(shopId, asset.id))) return asset;
    }
    return null;
  };
  const show = async (request: { params: unknown; query: unknown }, reply: FastifyReply): Promise<FastifyReply> => {
    const shopId = Number((request.params as { shopId: string }).shopId);
    const { account } = request.query as { account?: string };
    const signIn = await whoAsks(shopId, account);
    const settings = { base: `/shop/${shopId}/`, frames, outside: signIn ? { shopId, assetId: signIn.id, appid: signIn.appid, authorize } : null };
    return reply
      .removeHeader('x-frame-options')
      .header('content-security-policy', String(reply.getHeader('content-security-policy'))
        .replace(/frame-ancestors [^;]+/, `frame-ancestors ${["'self'", ...frames].join(' ')}`).replace(/style-src [^;]+/, "style-src 'self'"))
      .header('cache-control', 'no-cache').type('text/html; charset=utf-8')
      .send(page.replace('name="shop" content=""', `name="shop" content="${escaped(JSON.stringify(settings))}"`));
  };
  app.get('/shop/:shopId(^[1-9]\\d{0,8}$)', (request, reply) => reply.redirect(`${request.url.replace(/(\?|$)/, '/$1')}`));
  app.get('/shop/:shopId(^[1-9]\\d{0,8}$)/*', show);
}, { name: 'shop-pages' });

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character]!);
