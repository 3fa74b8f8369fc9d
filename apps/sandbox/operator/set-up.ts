import type { Population } from '../population/index.ts';
import type { MenuColumn, ProductApi } from './product-api.ts';

/** What the team does before anything else, each step once. Repeating one that failed half-way does no harm. */
export const setUpSteps: Record<string, (product: ProductApi, population: Population) => Promise<void>> = {
  async menu(product, population) {
    await product.saveMenu(population.menu.map((top): MenuColumn => ({
      name: top.name, type: null, category: null,
      items: top.items.map(({ name, type, category, key, url, appid, pagepath }) => ({
        name, type, category,
        ...(key === undefined ? {} : { key }), ...(url === undefined ? {} : { url }),
        ...(appid === undefined ? {} : { appid }), ...(pagepath === undefined ? {} : { pagepath }),
      })),
    })));
    await product.publishMenu();
  },

  async channels(product, population) {
    const known = new Set(await product.channelNames());
    // One after another: the order of the codes says which channel is which in the population file.
    for (const { name, kind } of population.channels) {
      if (!known.has(name)) await product.createChannel({ kind, name, code: kind === 'campaign' ? 'temporary' : 'permanent' });
    }
  },

  async tags(product, population) {
    const known = new Set((await product.syncTags()).filter((tag) => tag.assetId === product.assetId).map((tag) => tag.name));
    for (const name of population.pushes.segments) if (!known.has(name)) await product.createTag(name);
  },

  async welcome(product, population) {
    await product.addAutoReply({ trigger: 'welcome', words: [], match: 'exact', reply: { type: 'text', content: population.welcome }, enabled: true });
  },

  async keywords(product, population) {
    for (const { keyword, reply } of population.keywords) {
      await product.addAutoReply({ trigger: 'keyword', words: [keyword], match: 'contains', reply: { type: 'text', content: reply }, enabled: true });
    }
  },

  async menuReplies(product, population) {
    for (const item of population.menu.flatMap((top) => top.items)) {
      if (item.type !== 'click' || item.key === undefined || item.reply === undefined) continue;
      await product.addAutoReply({ trigger: 'menu', words: [item.key], match: 'exact', reply: { type: 'text', content: item.reply }, enabled: true });
    }
  },
};
