import { localDay } from '@qingniao/kernel';
import type { Population } from '../population/index.ts';
import type { EngineOptions } from '../world.ts';
import { yearPlan } from './goals.ts';
import type { MenuColumn, ProductApi } from './product-api.ts';

type Step = (product: ProductApi, population: Population, options: Pick<EngineOptions, 'followers' | 'start'>) => Promise<void>;

/** What the team does before anything else, each step once. Repeating one that failed half-way does no harm. */
export const setUpSteps: Record<string, Step> = {
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
    const known = await product.channels();
    // One after another: the order of the codes says which channel is which in the population file.
    for (const { name, kind } of population.channels) {
      if (known[name] === undefined) await product.createChannel({ kind, name, code: kind === 'campaign' ? 'temporary' : 'permanent' });
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

  /** What its money figures rest on (W-30): a boutique knows its till, and how many of its clients come back. */
  async purchases(product, population) {
    await product.statePurchases({
      purchases: { firstFen: 420_000, newFen: 480_000, recurringFen: 650_000 },
      rates: { lead: null, prospect: null, new: null, recurring: population.store.again },
    });
  },

  async plan(product, population, { followers, start }) {
    if ((await product.planNames()).length === 0) await product.savePlan({ name: '年度关注者计划', startDay: localDay(start), inputs: yearPlan(population, followers) });
  },
};
