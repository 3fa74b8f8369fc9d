import { oneOf } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { checkCardPicture, keepCover, readCover, readPicture, uploadBodyPicture } from '../articles/pictures.ts';
import type { ContentRoutesDeps } from './deps.ts';
import { tags } from './fields.ts';

const Base64 = Type.String({ minLength: 1, description: 'JPG or PNG, base64' });
const bodyLimit = 4 * 1024 * 1024;

/** Covers, kept here until a push or a draft needs them; pictures of bodies, which only WeChat may serve. */
export const pictureRoutes: FastifyPluginAsyncTypebox<ContentRoutesDeps> = async (app, deps) => {
  app.post('/content/covers', {
    config: { permission: 'pushes:write' },
    schema: {
      tags, summary: 'Keep a cover (at most 2 MB)', operationId: 'keepCover', body: Type.Object({ data: Base64 }, { additionalProperties: false }),
      response: { 201: Type.Object({ id: Type.String(), width: Type.Integer(), height: Type.Integer() }) },
    },
    bodyLimit,
  }, async (request, reply) => {
    const picture = readPicture(request.body.data, 'cover');
    const id = await keepCover(request.brand, request.brand.brandId, picture);
    return reply.code(201).send({ id, width: picture.width, height: picture.height });
  });

  app.get('/content/covers/:coverId', {
    config: { permission: 'pushes:read' },
    schema: { tags, summary: 'A cover as a picture', operationId: 'readCover', params: Type.Object({ coverId: Type.String() }) },
  }, async (request, reply) => {
    const { contentType, bytes } = await readCover(request.brand, request.brand.brandId, request.params.coverId);
    // Named by its content, so it never changes.
    return reply.type(contentType).header('cache-control', 'private, max-age=31536000, immutable').send(bytes);
  });

  app.post('/content/pictures', {
    config: { permission: 'pushes:write' },
    schema: {
      tags, summary: 'Upload a picture of a body to WeChat (under 1 MB); a card’s is 1080×864', operationId: 'uploadPicture',
      body: Type.Object({ assetId: Type.String(), data: Base64, use: Type.Optional(oneOf(['body', 'card'])) }, { additionalProperties: false }),
      response: { 201: Type.Object({ url: Type.String(), width: Type.Integer(), height: Type.Integer() }) },
    },
    bodyLimit,
  }, async (request, reply) => {
    const { assetId, data, use = 'body' } = request.body;
    const picture = readPicture(data, 'body');
    if (use === 'card') checkCardPicture(picture);
    const url = await uploadBodyPicture(await deps.clientOf(request.brand.brandId, assetId), picture);
    return reply.code(201).send({ url, width: picture.width, height: picture.height });
  });
};
