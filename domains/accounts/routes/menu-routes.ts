import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { BothTexts, Timestamp, audit, nullable, oneOf } from '@qingniao/access';
import type { MenuButton } from '@qingniao/wechat';
import { Type } from 'typebox';
import { readAsset } from '../asset.ts';
import { menuTemplates } from '../menu/menu-templates.ts';
import { type MenuType, menuTypes } from '../menu/menu-rules.ts';
import { deleteConditionalMenu, readableMenus } from '../menu/conditional-menus.ts';
import { currentMenu, publishMenu, readMenu, saveMenu } from '../menu/menu.ts';
import type { AccountRoutesDeps } from '../routes.ts';
import { AssetParams } from './asset-schemas.ts';

const Value = Type.Optional(nullable(Type.String({ maxLength: 2048 })));
const item = {
  name: Type.String({ maxLength: 100 }),
  type: nullable(oneOf(Object.keys(menuTypes) as [MenuType, ...MenuType[]], { description: 'Null for a top item that opens its column' })),
  category: nullable(oneOf(['brand', 'ecommerce', 'crm'], { description: 'What a tap is about (W-23)' })),
  key: Value, url: Value, mediaId: Value, articleId: Value, appid: Value, pagepath: Value,
};
const Item = Type.Object(item, { additionalProperties: false });
const Columns = Type.Array(Type.Object({ ...item, items: Type.Array(Item, { maxItems: 20 }) }, { additionalProperties: false }), { maxItems: 10 });
const MenuBody = Type.Object({
  columns: Columns,
  savedAt: Type.Optional(nullable(Type.String({ format: 'date-time', description: 'Of the menu this one was made from, null for none: it is refused (409) when somebody saved another since' }))),
}, { additionalProperties: false });

const Gap = Type.Object({ code: Type.String(), at: nullable(Type.String({ description: 'columns.0.items.1' })), text: BothTexts });
const Menu = Type.Object({
  columns: Columns, savedAt: nullable(Timestamp), publishedAt: nullable(Timestamp),
  changed: Type.Boolean({ description: 'Edited since it was published' }), gaps: Type.Array(Gap),
});
const Button = nullable(Type.Unsafe<MenuButton>({ type: 'object', additionalProperties: true, description: 'As WeChat writes it (official-account 7)' }));
const ConditionalMenus = Type.Array(Type.Object({
  id: Type.String({ description: 'WeChat’s menuid' }), rule: BothTexts, columns: Columns,
}), { description: 'Made in other systems: whom a rule fits sees its menu instead of the default one' });
const Differences = Type.Array(Type.Object({ at: Type.String(), ours: Button, theirs: Button }));

const ConditionalMenuParams = Type.Object({ ...AssetParams.properties, menuId: Type.String({ maxLength: 32 }) });

const tags = ['accounts'];
const read = { permission: 'accounts:read' } as const;
const write = { permission: 'accounts:write' } as const;

/** The menu builder. */
export const menuRoutes: FastifyPluginAsyncTypebox<AccountRoutesDeps> = async (app, { accounts }) => {
  app.get('/menu-templates', {
    config: read,
    schema: {
      tags, summary: 'Menus to start from', operationId: 'listMenuTemplates',
      response: { 200: Type.Object({ items: Type.Array(Type.Object({ id: Type.String(), name: BothTexts, about: BothTexts, columns: Columns })) }) },
    },
  }, async () => ({ items: [...menuTemplates] }));

  app.get('/accounts/:assetId/menu', {
    config: read,
    schema: { tags, summary: 'The menu being edited, and what is missing from it', operationId: 'readMenu', params: AssetParams, response: { 200: Menu } },
  }, async ({ brand, params }) => {
    await readAsset(brand, brand.brandId, params.assetId);
    return readMenu(brand, brand.brandId, params.assetId);
  });

  app.put('/accounts/:assetId/menu', {
    config: write,
    schema: { tags, summary: 'Save the menu without publishing it', operationId: 'saveMenu', params: AssetParams, body: MenuBody, response: { 200: Menu } },
  }, async (request) => {
    const { brand, params, body: { columns, savedAt } } = request;
    await readAsset(brand, brand.brandId, params.assetId);
    await brand.tx((tx) => saveMenu(tx, brand.brandId, params.assetId, columns, typeof savedAt === 'string' ? new Date(savedAt) : savedAt));
    return readMenu(brand, brand.brandId, params.assetId);
  });

  app.post('/accounts/:assetId/menu/publish', {
    config: write,
    schema: {
      tags, summary: 'Publish the menu and read it back', description: 'Followers whom no conditional menu fits see it within five minutes.', operationId: 'publishMenu',
      params: AssetParams, response: { 200: Type.Object({ publishedAt: Timestamp, differences: Differences, conditional: ConditionalMenus }) },
    },
  }, async (request) => {
    const { brand, params } = request;
    const account = await accounts.accountOf(brand.brandId, params.assetId);
    const published = await publishMenu(brand, account, (tx, buttons) => audit(tx, request, { action: 'menu.published', subject: `asset:${account.id}`, after: buttons }));
    return { ...published, conditional: await readableMenus(brand, brand.brandId, account.id, published.conditional) };
  });

  app.get('/accounts/:assetId/menu/current', {
    config: read,
    schema: {
      tags, summary: 'The menus followers see now, and how the edited one differs from the default one', operationId: 'readCurrentMenu',
      params: AssetParams, response: { 200: Type.Object({ columns: Columns, differences: Differences, conditional: ConditionalMenus }) },
    },
  }, async ({ brand, params }) => {
    const account = await accounts.accountOf(brand.brandId, params.assetId);
    const current = await currentMenu(brand, account);
    return { ...current, conditional: await readableMenus(brand, brand.brandId, account.id, current.conditional) };
  });

  app.delete('/accounts/:assetId/menu/conditional/:menuId', {
    config: write,
    schema: {
      tags, summary: 'Delete a conditional menu at WeChat', description: 'Whom its rule fitted sees the default menu.', operationId: 'deleteConditionalMenu',
      params: ConditionalMenuParams, response: { 204: Type.Null() },
    },
  }, async (request, reply) => {
    const { brand, params } = request;
    const account = await accounts.accountOf(brand.brandId, params.assetId);
    await deleteConditionalMenu(brand, account, params.menuId, (tx, { button, matchrule }) =>
      audit(tx, request, { action: 'menu.conditional_deleted', subject: `asset:${account.id}`, before: { button, matchrule } }));
    return reply.code(204).send(null);
  });
};
