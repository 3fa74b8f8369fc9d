import { addDays, localDay } from '@qingniao/kernel';
import type { PlannedPush } from '../population/index.ts';
import type { Millis } from '../world.ts';
import { cardTo, COLLECTION, writtenOf } from './article-body.ts';
import { coverOf } from './cover.ts';
import { isKept } from './kept-articles.ts';
import type { ArticleBody, ProductApi } from './product-api.ts';

const paragraph = (text: string) => `<p style="line-height: 1.8; margin-bottom: 16px">${text}</p>`;
const everybody = ['unidentified', 'identified', 'member'];

interface Pooled {
  title: string;
  digest: string;
  words: string;
  /** Of the brand's mini program. */
  card: { title: string; page: 'home' | 'me' | 'coupons' | 'orders' };
  pool: { group: 'sales' | 'crm' | 'adhoc'; audiences: string[]; /** Days from now. */ endsIn?: number };
}

/** What stands behind the top article of every push (W-37). */
const pool: readonly Pooled[] = [
  { title: '找到您身边的精品店', digest: '全国精品店地址与营业时间。', pool: { group: 'sales', audiences: everybody },
    words: '上海静安、北京国贸、成都太古里与深圳万象天地，每日十点至二十二点。', card: { title: '先在线上看看', page: 'home' } },
  { title: '预约一次到店', digest: '专属顾问为您预留时间。', pool: { group: 'sales', audiences: ['identified', 'member'] },
    words: '回复“预约”，留下城市与时间，顾问会提前备好您想看的款式。', card: { title: '挑选想看的款式', page: 'home' } },
  { title: '微信商城', digest: '当季系列，在线选购。', pool: { group: 'sales', audiences: everybody },
    words: '皮具、丝巾与珠宝，支持烫印字母与送礼。', card: { title: '进入商城', page: 'home' } },
  { title: '立即入会', digest: '注册会员，首次到店即享礼遇。', pool: { group: 'crm', audiences: ['unidentified', 'identified'] },
    words: '在“我的”中留下手机号，即可加入会员计划，礼遇从今天开始。', card: { title: '注册会员', page: 'me' } },
  { title: '会员礼遇一览', digest: '生日礼、护理服务与新品预览。', pool: { group: 'crm', audiences: ['member'] },
    words: '查看您可用的礼遇与优惠券，到期前我们会提醒您。', card: { title: '我的优惠券', page: 'coupons' } },
  { title: '皮具护理服务', digest: '清洁、补色与五金养护。', pool: { group: 'crm', audiences: everybody },
    words: '每件作品都值得陪伴更久。工匠为您检查缝线、补色并养护五金，在订单中即可申请。', card: { title: '从订单申请护理', page: 'orders' } },
  { title: '周末快闪店', digest: '三天，一座城市，限量系列。', pool: { group: 'adhoc', audiences: everybody, endsIn: 5 },
    words: '周五至周日，欢迎来快闪店看限量系列，现场可烫印字母。', card: { title: '看看限量系列', page: 'home' } },
  { title: '礼盒季：为她挑一份心意', digest: '附赠手写卡片。', pool: { group: 'adhoc', audiences: ['identified', 'member'], endsIn: 14 },
    words: '选好礼物，写下一句话，其余的交给我们。', card: { title: '挑选礼物', page: 'home' } },
];

/** Without a mini program there is nothing to enter. */
function bodyWithCard(words: string, { title, page }: Pooled['card'], appid: string | null): string {
  return appid === null ? paragraph(words) : paragraph(words) + cardTo({ appid, path: `pages/${page}/${page}` }, title);
}

/** Pushes ahead whose articles the team already keeps. */
const AHEAD = 3;

/**
 * The library as the team keeps it: the pool, and the articles of the next pushes on their days, the nearest before the
 * reviewers. About forty small calls, once; goes on after `done` articles where an earlier try stopped, and says how many there are.
 */
export async function keepLibrary(product: ProductApi, plan: readonly PlannedPush[], miniProgram: string | null, now: Millis, done: number, kept: (articles: number) => void): Promise<void> {
  const today = localDay(now);
  const next = plan.filter(({ at }) => at > now).slice(0, AHEAD).map(({ at, articles }) => ({ at, articles: articles.filter((article) => !isKept(article)) }))
    .filter(({ articles }) => articles.length > 0);
  const articles: { body: ArticleBody; cover: string; deadline: string | null }[] = [
    ...pool.map(({ title, digest, words, card, pool: { endsIn, ...place } }) => ({
      body: { title, digest, content: bodyWithCard(words, card, miniProgram), topic: place.group === 'adhoc' ? '活动' : '服务', elements: { purpose: 'normal', teaser: 'product' }, pool: { ...place, expiresAt: endsIn === undefined ? null : `${addDays(today, endsIn)}T00:00:00+08:00` } },
      cover: coverOf(title, 'product'), deadline: null,
    })),
    ...next.flatMap(({ at, articles: written }, turn) => written.map((article) => ({
      body: { ...writtenOf(article, article.elements.link === 'none' ? null : COLLECTION), plannedDay: localDay(at) },
      cover: coverOf(article.title, article.elements.teaser), deadline: turn === 0 ? new Date(at - 24 * 3_600_000).toISOString() : null,
    }))),
  ];
  for (const [index, { body, cover, deadline }] of articles.entries()) {
    if (index < done) continue;
    const id = await product.createArticle({ ...body, coverId: await product.keepCover(cover) });
    kept(index + 1);
    if (deadline !== null) await product.requestApproval(id, { deadline, note: '本周头条，请总部过目。' });
  }
}
