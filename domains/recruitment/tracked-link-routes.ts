import { audit, decodeCursor, idsQuery, nullable, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import { readAsset } from '@qingniao/accounts';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { notFound } from '@qingniao/kernel';
import type { BrandDatabase } from '@qingniao/storage';
import { Type } from 'typebox';
import { readChannel } from './channels.ts';
import { saveDomainFile } from './domain-files.ts';
import { PlacementName, tags } from './route-fields.ts';
import { cardPath } from './link-target.ts';
import type { RecruitmentRoutesDeps } from './routes.ts';
import { archiveLink, createLink, type LinkInput, listLinks, type TrackedLink } from './tracked-links.ts';

const Link = Type.Object({
  id: Type.String(), code: Type.String(), url: nullable(Type.String({ description: 'What is tapped; null of a link into a mini program' })),
  path: nullable(Type.String({ description: 'Of a link into a mini program: the path for its card, menu entry or code' })), assetId: Type.String(), title: Type.String(), target: Type.String(), placement: PlacementName,
  channelId: nullable(Type.String()), pushId: nullable(Type.String()), createdAt: Timestamp, archivedAt: nullable(Timestamp),
  people: Type.Integer(), identified: Type.Integer(), anonymous: Type.Integer(),
});
const LinkBody = Type.Object(
  {
    assetId: Type.String(), title: Type.String({ minLength: 1, maxLength: 100 }), target: Type.String({ maxLength: 2000, description: 'A web address, or `<appid>/<path>` of a mini program' }), placement: PlacementName,
    channelId: Type.Optional(nullable(Type.String())), pushId: Type.Optional(nullable(Type.String())),
  },
  { additionalProperties: false },
);

/** Tracked links, and the file that authorises their domain at WeChat. Clicks come through `link-routes.ts`. */
export const trackedLinkRoutes: FastifyPluginAsyncTypebox<RecruitmentRoutesDeps> = async (app, deps) => {
  /** What the brand puts where people tap. */
  const placed = (link: TrackedLink): { url: string | null; path: string | null } => {
    const path = cardPath(link);
    return { path, url: path === null ? `${deps.baseUrl()}/l/${link.code}` : null };
  };

  /** What a link belongs to is there, and the brand's own: the clicks of any other would be nobody's for ever. */
  const requirePlace = async (brand: BrandDatabase, { assetId, channelId, pushId }: LinkInput): Promise<void> => {
    await readAsset(brand, brand.brandId, assetId);
    if (channelId) await readChannel(brand, channelId);
    if (pushId && !(await deps.isPush(brand, brand.brandId, pushId))) throw notFound({ zh: '该群发', en: 'push' });
  };

  app.get('/links', {
    config: { permission: 'recruitment:read' },
    schema: { tags, summary: 'Tracked links with their clicks', operationId: 'listLinks', querystring: Type.Object({ ...pageQuery, ...idsQuery, text: Type.Optional(Type.String({ maxLength: 60, description: 'In the title' })) }), response: { 200: pageReply(Link) } },
  }, async (request) => {
    const { limit, cursor, ...filter } = request.query;
    const after = decodeCursor(request.brand, cursor, ['string']);
    const rows = await listLinks(request.brand, filter, limit + 1, after === null ? null : String(after[0]));
    return pageOf(rows.map((row) => ({ ...row, ...placed(row) })), limit, request.brand, (row) => [row.id]);
  });

  app.post('/links', {
    config: { permission: 'recruitment:write' },
    schema: { tags, summary: 'Create a tracked link', operationId: 'createLink', body: LinkBody, response: { 201: Link } },
  }, async (request, reply) => {
    const { brand, body } = request;
    await requirePlace(brand, body);
    const link = await createLink(brand, body, (tx, made) =>
      audit(tx, request, { action: 'link.created', subject: `link:${made.id}`, after: { title: made.title, target: made.target } }));
    return reply.code(201).send({ ...link, ...placed(link), people: 0, identified: 0, anonymous: 0 });
  });

  app.delete('/links/:linkId', {
    config: { permission: 'recruitment:write' },
    schema: { tags, summary: 'Retire a tracked link; its clicks stay', operationId: 'archiveLink', params: Type.Object({ linkId: Type.String() }), response: { 204: Type.Null() } },
  }, async (request, reply) => {
    const { linkId } = request.params;
    await request.brand.tx(async (tx) => {
      await archiveLink(tx, request.brand.brandId, linkId);
      await audit(tx, request, { action: 'link.retired', subject: `link:${linkId}` });
    });
    return reply.code(204).send(null);
  });

  app.put('/recruitment/domain-file', {
    config: { permission: 'accounts:write' },
    schema: {
      tags, summary: 'Keep the MP_verify file WeChat asks for', operationId: 'saveDomainFile',
      body: Type.Object({ name: Type.String(), content: Type.String({ maxLength: 200 }) }, { additionalProperties: false }), response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    const { name, content } = request.body;
    await request.brand.tx(async (tx) => {
      await saveDomainFile(tx, request.brand.brandId, name, content);
      await audit(tx, request, { action: 'domain_file.saved', subject: `file:${name}` });
    });
    return reply.code(204).send(null);
  });
};
