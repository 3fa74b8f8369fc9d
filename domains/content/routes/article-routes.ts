import { audit, BothTexts, decodeCursor, oneOf, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import { nowDate } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { contentTypes } from '../articles/decisions.ts';
import { diffTexts } from '../articles/diff.ts';
import { describe, listArticles, listTopics, listVersions, readArticle } from '../articles/read.ts';
import { changeText, createArticle, decide, readVersionText } from '../articles/save.ts';
import { limits, readText } from '../articles/text.ts';
import { checkElements, elementTaxonomy } from '../elements.ts';
import { cleanHtml } from '../html/clean-html.ts';
import { rulesOff } from '../linter/rules.ts';
import { poolAudiences, poolGroups } from '../pool/groups.ts';
import { decisionsOf, withCosts, type ContentRoutesDeps } from './deps.ts';
import { Article, ArticleParams, ArticleRow, BodyLink, ContentType, decisions, Elements, FieldDiff, Finding, PoolGroup, Removed, Saved, Standing, tags, text } from './fields.ts';

const Words = Type.Record(Type.String(), BothTexts);
/** An article's markup may be a megabyte, and more as JSON. */
const bodyLimit = 4 * 1024 * 1024;

/** The library: articles, their versions, and what the text tells about itself. */
export const articleRoutes: FastifyPluginAsyncTypebox<ContentRoutesDeps> = async (app, { clean }) => {
  app.get('/content/words', {
    config: { permission: 'pushes:read' },
    schema: {
      tags, summary: 'Names of content types, pool groups, audiences and elements (W-37, W-40), and the limits of an article', operationId: 'contentWords',
      response: {
        200: Type.Object({
          contentTypes: Words, poolGroups: Words, poolAudiences: Words, limits: Type.Record(Type.String(), Type.Integer()),
          elements: Type.Record(Type.String(), Type.Object({
            zh: Type.String(), en: Type.String(), influences: oneOf(['open', 'engagement']), kind: oneOf(['choice', 'count']),
            values: Type.Optional(Words), min: Type.Optional(Type.Integer()), max: Type.Optional(Type.Integer()),
          })),
        }),
      },
    },
  }, async () => ({ contentTypes, poolGroups, poolAudiences, limits, elements: elementTaxonomy }));

  app.get('/articles', {
    config: { permission: 'pushes:read' },
    schema: {
      tags, summary: 'Articles of the library, last changed first', operationId: 'listArticles',
      querystring: Type.Object({
        ...pageQuery, text: Type.Optional(Type.String({ maxLength: 60, description: 'Part of the title or digest' })), topic: Type.Optional(Type.String()), contentType: Type.Optional(ContentType),
        partnerId: Type.Optional(Type.String()), poolGroup: Type.Optional(PoolGroup), approval: Type.Optional(Standing), archived: Type.Optional(Type.Boolean()),
      }),
      response: { 200: pageReply(ArticleRow) },
    },
  }, async (request) => {
    const { limit, cursor, ...filter } = request.query;
    const after = decodeCursor(request.brand, cursor, ['date', 'string']) as [Date, string] | null;
    const rows = await listArticles(request.brand, request.brand.brandId, filter, limit + 1, after);
    return pageOf(rows.map((row) => withCosts(row, request.actor)), limit, request.brand, (row) => [row.changedAt, row.id]);
  });

  app.get('/articles/topics', {
    config: { permission: 'pushes:read' },
    schema: { tags, summary: 'Topics in use', operationId: 'articleTopics', response: { 200: Type.Object({ items: Type.Array(Type.String()) }) } },
  }, async (request) => ({ items: await listTopics(request.brand, request.brand.brandId) }));

  app.post('/articles', {
    config: { permission: 'pushes:write' },
    schema: { tags, summary: 'Write an article', operationId: 'createArticle', body: Type.Object({ ...text, ...decisions }, { additionalProperties: false }), response: { 201: Saved } },
    bodyLimit,
  }, async (request, reply) => {
    const read = readText(request.body, clean);
    const article = await request.brand.tx(async (tx) => {
      const id = await createArticle(tx, request.brand.brandId, read.text, decisionsOf(request.body), request.actor);
      await audit(tx, request, { action: 'article.created', subject: `article:${id}`, after: { title: read.text.title } });
      return readArticle(tx, request.brand.brandId, id);
    });
    return reply.code(201).send({ article: withCosts(article, request.actor), removed: read.removed });
  });

  app.get('/articles/:articleId', {
    config: { permission: 'pushes:read' },
    schema: { tags, summary: 'An article with its newest words, its findings and links', operationId: 'readArticle', params: ArticleParams, response: { 200: Article } },
  }, async (request) => withCosts(await readArticle(request.brand, request.brand.brandId, request.params.articleId), request.actor));

  app.put('/articles/:articleId/text', {
    config: { permission: 'pushes:write' },
    schema: {
      tags, summary: 'Change what an article says: a new version, unless nothing changed', operationId: 'changeArticleText', params: ArticleParams,
      body: Type.Object({ version: Type.Integer({ minimum: 1, description: 'The version this was written from; 409 article_changed when there is a newer one' }), ...text }, { additionalProperties: false }),
      response: { 200: Saved },
    },
    bodyLimit,
  }, async (request) => {
    const { version: base } = request.body;
    const { articleId } = request.params;
    const { brandId } = request.brand;
    const read = readText(request.body, clean);
    const article = await request.brand.tx(async (tx) => {
      const version = await changeText(tx, brandId, articleId, base, read.text, request.actor);
      if (version !== base) await audit(tx, request, { action: 'article.changed', subject: `article:${articleId}`, before: { version: base }, after: { version, title: read.text.title } });
      return readArticle(tx, brandId, articleId);
    });
    return { article: withCosts(article, request.actor), removed: read.removed };
  });

  app.patch('/articles/:articleId', {
    config: { permission: 'pushes:write' },
    schema: {
      tags, summary: 'Plan, pool, type, partner, archive: what is decided about an article; no new version', operationId: 'decideArticle', params: ArticleParams,
      body: Type.Object({ ...decisions, archived: Type.Optional(Type.Boolean()) }, { additionalProperties: false, minProperties: 1 }), response: { 200: Article },
    },
  }, (request) => request.brand.tx(async (tx) => {
    const { archived, ...body } = request.body;
    const { articleId } = request.params;
    const { brandId } = request.brand;
    await decide(tx, brandId, articleId, { ...decisionsOf(body), ...(archived === undefined ? {} : { archivedAt: archived ? nowDate() : null }) });
    await audit(tx, request, { action: archived === undefined ? 'article.decided' : archived ? 'article.archived' : 'article.restored', subject: `article:${articleId}`, after: body });
    return withCosts(await readArticle(tx, brandId, articleId), request.actor);
  }));

  app.post('/articles/:articleId/copies', {
    config: { permission: 'pushes:write' },
    schema: { tags, summary: 'Duplicate the newest version as an article of its own', operationId: 'copyArticle', params: ArticleParams, response: { 201: Article } },
  }, async (request, reply) => {
    const { brandId } = request.brand;
    const copy = await request.brand.tx(async (tx) => {
      const from = await readArticle(tx, brandId, request.params.articleId);
      const words = await readVersionText(tx, brandId, from.id, from.version);
      const id = await createArticle(tx, brandId, words, { contentType: from.contentType, partnerId: null }, request.actor, 'copy');
      await audit(tx, request, { action: 'article.created', subject: `article:${id}`, after: { copyOf: from.id } });
      return readArticle(tx, brandId, id);
    });
    return reply.code(201).send(copy);
  });

  app.get('/articles/:articleId/versions', {
    config: { permission: 'pushes:read' },
    schema: {
      tags, summary: 'Every save that changed something, newest first', operationId: 'listArticleVersions', params: ArticleParams,
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ version: Type.Integer(), title: Type.String(), origin: oneOf(['written', 'copy', 'wechat']), by: Type.String(), at: Timestamp, approved: Type.Boolean() })) }) },
    },
  }, async (request) => ({ items: await listVersions(request.brand, request.brand.brandId, request.params.articleId) }));

  app.get('/articles/:articleId/diff', {
    config: { permission: 'pushes:read' },
    schema: {
      tags, summary: 'What changed between two versions, word by word', operationId: 'diffArticle', params: ArticleParams,
      querystring: Type.Object({ from: Type.Integer({ minimum: 1 }), to: Type.Integer({ minimum: 1 }) }), response: { 200: Type.Object({ fields: Type.Array(FieldDiff) }) },
    },
  }, async (request) => {
    const { from, to } = request.query;
    const version = (number: number) => readVersionText(request.brand, request.brand.brandId, request.params.articleId, number);
    return { fields: diffTexts(await version(from), await version(to)) };
  });

  app.post('/content/check', {
    config: { permission: 'pushes:read' },
    schema: {
      tags, summary: 'What the linter and WeChat’s filters say about a text, without saving it', operationId: 'checkArticle',
      body: Type.Object({ title: text.title, content: Type.String(), readMoreUrl: Type.Optional(text.readMoreUrl), elements: Type.Optional(Elements) }, { additionalProperties: false }),
      response: {
        200: Type.Object({
          completeElements: Elements, findings: Type.Array(Finding), links: Type.Array(BodyLink), screens: Type.Integer(), removed: Type.Array(Removed),
          characters: Type.Integer({ description: 'Of the markup; WeChat takes fewer than 20,000' }),
        }),
      },
    },
    bodyLimit,
  }, async (request) => {
    const { title, content, readMoreUrl = null, elements = {} } = request.body;
    const { html, removed } = cleanHtml(content, clean);
    const told = describe({ title, content: html, readMoreUrl, elements: checkElements(elements) }, await rulesOff(request.brand, request.brand.brandId));
    return { ...told, removed, characters: [...html].length };
  });
};
