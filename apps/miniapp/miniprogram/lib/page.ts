import { Failure } from '../api/client';
import { type Section, wordsOf } from '../i18n/words';
import { endPullDown, restart, say, setTitle } from '../platform/wx';
import { tell } from './behaviour';
import { decoded } from './decoded';
import { readStorefronts, startWith } from './shelf';

/** What every page's WXML can show. */
interface Common {
  t: Record<string, string>;
  state: 'loading' | 'ready' | 'failed';
  /** Why it failed, and what to do. */
  trouble: string;
  /** What the button under that says. */
  wayOn: string;
  /** Something was asked for and has not been answered: its button waits. */
  busy: boolean;
}

type Query = Record<string, string | undefined>;
type DataOption = WechatMiniprogram.Page.DataOption;
type CustomOption = WechatMiniprogram.Page.CustomOption;

interface Runs {
  query: Query;
  /** Reads everything again; what is on screen stays meanwhile. */
  reload(): Promise<void>;
  /** There is nothing to show here any more: says why, and leads home. */
  end(words: string): void;
  /** Does what a button asks, once at a time; says why when it could not be done. */
  act(what: () => Promise<void>): Promise<void>;
}

type Given<D extends DataOption, C extends CustomOption> = C & {
  data: D;
  /** Reads what the page shows. Called when it opens, at "try again", and when it is pulled down. */
  load(query: Query): Promise<void>;
  /** Opened without a storefront it is in the one people were in last, or one that is open. */
  anyStorefront?: true;
  /** Reads again each time the page comes to the front. */
  fresh?: true;
} & Partial<Pick<WechatMiniprogram.Page.ILifetime, 'onUnload' | 'onHide' | 'onReachBottom' | 'onShareAppMessage'>> & ThisType<WechatMiniprogram.Page.Instance<D & Common, C & Runs>>;

/**
 * A page: its words as `t`, and the three states each page has. `section` names its words and is the name of its folder.
 */
export function page<D extends DataOption, C extends CustomOption>(section: Section, given: Given<D, C>): void {
  const { load, anyStorefront, fresh, data, onUnload, ...rest } = given;
  const common: Common = { t: wordsOf(section), state: 'loading', trouble: '', wayOn: '', busy: false };
  Page<DataOption, CustomOption>({
    ...rest,
    data: { ...data, ...common },
    query: {} as Query,
    shown: false,
    /** What it is about is not there. */
    lost: false,
    /** Left for good: an answer that comes now is for nobody. */
    gone: false,

    onLoad(query: Query) {
      this['query'] = Object.fromEntries(Object.entries(query).map(([key, value]) => [key, decoded(value ?? '')]));
      const t: Record<string, string> = wordsOf(section);
      this.setData({ t, wayOn: wordsOf('common').again });
      setTitle(t['title'] ?? '');
      const { storefront } = this['query'] as Query;
      tell({ kind: 'page_viewed', page: `pages/${section}/${section}`, ...(storefront && { storefrontId: storefront }) });
      void this['reload']();
    },

    onShow() {
      if (fresh && this['shown']) void this['reload']();
      this['shown'] = true;
    },

    onUnload() {
      this['gone'] = true;
      onUnload?.call(this as never);
    },

    onPullDownRefresh() {
      void this['reload']().then(endPullDown);
    },

    async reload() {
      try {
        if (this.data['state'] === 'failed') this.setData({ state: 'loading' });
        const query = this['query'] as Query;
        if (anyStorefront) query['storefront'] ||= startWith(await readStorefronts(), undefined)?.id;
        await load.call(this as never, query);
        if (!this['gone']) this.setData({ state: 'ready', trouble: '' });
      } catch (error) {
        if (this['gone']) return;
        // An old card's address may lack a word, or name what is gone; what is said of a field is said to no form here.
        const isGarbled = error instanceof Failure && error.code === 'invalid';
        this['lost'] = error instanceof Failure && NOWHERE.has(error.code);
        const t = wordsOf('common');
        this.setData({ state: 'failed', trouble: isGarbled ? t.lost : sentenceOf(error), wayOn: this['lost'] ? t.toHome : t.again });
      }
    },

    end(words: string) {
      this['lost'] = true;
      this.setData({ state: 'failed', trouble: words, wayOn: wordsOf('common').toHome });
    },

    /** Under a trouble. */
    goOn() {
      if (this['lost']) restart('home');
      else void this['reload']();
    },

    async act(what: () => Promise<void>) {
      if (this.data['busy']) return;
      this.setData({ busy: true });
      try {
        await what();
      } catch (error) {
        say(sentenceOf(error));
      } finally {
        if (!this['gone']) this.setData({ busy: false });
      }
    },
  });
}

/** Another try would find no more than this one. */
const NOWHERE = new Set(['not_found', 'invalid', 'basket_empty']);

/** What to tell people; mistakes of ours are no sentence of theirs. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Failure)) {
    console.error(error);
    return wordsOf('common').broken;
  }
  return error.code === 'offline' || error.message === '' ? wordsOf('common').offline : error.message;
}
