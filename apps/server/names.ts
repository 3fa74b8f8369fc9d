import type { SubjectNames } from '@qingniao/access';
import { listAssets, menuItemNames } from '@qingniao/accounts';
import type { EventNames, NamesOf } from '@qingniao/activity';
import { articleTitles } from '@qingniao/content';
import type { Text } from '@qingniao/kernel';
import { findTags, purposes, stages } from '@qingniao/people';
import { pushTitles } from '@qingniao/pushes';
import { channelNames, channelsByScene, linkTitles } from '@qingniao/recruitment';
import { afterSaleNames, listMiniPrograms, orderNumbers, productNames, storefrontNames } from '@qingniao/store';

/** What the audit log's lines are about. */
export const subjectNames: SubjectNames = {
  after_sale: afterSaleNames, article: articleTitles, channel: channelNames, link: linkTitles, order: orderNumbers, product: productNames, push: pushTitles, storefront: storefrontNames,
};

const words = (known: Readonly<Record<string, Text>>): NamesOf => async () => new Map(Object.entries(known));

/** What events of every room point to, by the property that points: `activity` knows none of those rooms. */
export const eventNames: EventNames = {
  asset_id: async (db, brandId) => new Map([...(await listAssets(db, brandId)), ...(await listMiniPrograms(db, brandId))].map(({ id, name }) => [id, name])),
  channel_id: channelNames,
  link_id: linkTitles,
  menu_key: menuItemNames,
  order_id: orderNumbers,
  page: menuItemNames,
  product_id: productNames,
  purpose: words(purposes),
  push_id: pushTitles,
  scene: channelsByScene,
  stage: words(stages),
  storefront_id: storefrontNames,
  tag: async (db, brandId, ids) => new Map((await findTags(db, brandId, ids)).map(({ id, name }) => [id, name])),
  url: menuItemNames,
};
