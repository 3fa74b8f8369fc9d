import { addDays, localDay } from '@qingniao/kernel';
import type { PlannedPush } from '../population/index.ts';
import type { Millis } from '../world.ts';
import { bodyOf, elementsOf } from './article-body.ts';
import { coverOf } from './cover.ts';
import type { ArticleBody, ProductApi } from './product-api.ts';

const paragraph = (text: string) => `<p style="line-height: 1.8; margin-bottom: 16px">${text}</p>`;
const card = (title: string, path: string) =>
  `<mp-miniprogram data-miniprogram-appid="wx0000000000demo01" data-miniprogram-path="${path}" data-miniprogram-title="${title}"></mp-miniprogram>`;
const everybody = ['unidentified', 'identified', 'member'];

interface Kept {
  title: string;
  digest: string;
  content: string;
  pool: { group: 'sales' | 'crm' | 'adhoc'; audiences: string[]; /** Days from now. */ endsIn?: number };
}

/** What stands behind the top article of every push (W-37). */
const pool: readonly Kept[] = [
  { title: '找到您身边的精品店', digest: '全国精品店地址与营业时间。', pool: { group: 'sales', audiences: everybody },
    content: `${paragraph('允许定位后，即可看到离您最近的精品店与到店路线。')}${card('附近精品店', 'pages/stores/nearby')}` },
  { title: '预约一次到店', digest: '专属顾问为您预留时间。', pool: { group: 'sales', audiences: ['identified', 'member'] },
    content: `${paragraph('选择门店与时间，顾问会提前备好您想看的款式。')}${card('预约到店', 'pages/booking/index')}` },
  { title: '微信商城', digest: '当季系列，在线选购。', pool: { group: 'sales', audiences: everybody },
    content: `${paragraph('皮具、丝巾与配饰，支持刻字与礼盒包装。')}${card('进入商城', 'pages/shop/index')}` },
  { title: '立即入会', digest: '注册会员，首次到店即享礼遇。', pool: { group: 'crm', audiences: ['unidentified', 'identified'] },
    content: `${paragraph('填写手机号即可加入会员计划，积分与礼遇从今天开始。')}${card('注册会员', 'pages/member/join')}` },
  { title: '会员礼遇一览', digest: '生日礼、护理服务与新品预览。', pool: { group: 'crm', audiences: ['member'] },
    content: `${paragraph('查看您的积分与可用礼遇，预约下一次皮具护理。')}${card('我的礼遇', 'pages/member/benefits')}` },
  { title: '皮具护理服务', digest: '清洁、补色与五金养护。', pool: { group: 'crm', audiences: everybody },
    content: `${paragraph('每件作品都值得陪伴更久。工匠为您检查缝线、补色并养护五金。')}${card('预约护理', 'pages/care/index')}` },
  { title: '周末快闪店', digest: '三天，一座城市，限量系列。', pool: { group: 'adhoc', audiences: everybody, endsIn: 5 },
    content: `${paragraph('周五至周日，欢迎来快闪店看限量系列，现场可刻字。')}${card('快闪店预约', 'pages/popup/index')}` },
  { title: '礼盒季：为她挑一份心意', digest: '附赠手写卡片。', pool: { group: 'adhoc', audiences: ['identified', 'member'], endsIn: 14 },
    content: `${paragraph('选好礼物，写下一句话，其余的交给我们。')}${card('挑选礼盒', 'pages/gift/index')}` },
];

/** Pushes ahead whose articles the team already keeps. */
const AHEAD = 3;

/**
 * The library as the team keeps it: the pool, and the articles of the next pushes on their days, the nearest before the
 * reviewers. About forty small calls, once; goes on after `done` articles where an earlier try stopped. @returns articles kept
 */
export async function keepLibrary(product: ProductApi, plan: readonly PlannedPush[], now: Millis, done: number, kept: (articles: number) => void): Promise<void> {
  const today = localDay(now);
  const next = plan.filter(({ at }) => at > now).slice(0, AHEAD);
  const articles: { body: ArticleBody; cover: string; deadline: string | null }[] = [
    ...pool.map(({ pool: { endsIn, ...place }, ...text }) => ({
      body: { ...text, topic: place.group === 'adhoc' ? '活动' : '服务', elements: { purpose: 'normal', teaser: 'product' }, pool: { ...place, expiresAt: endsIn === undefined ? null : `${addDays(today, endsIn)}T00:00:00+08:00` } },
      cover: coverOf(text.title, 'product'), deadline: null,
    })),
    ...next.flatMap(({ at, articles: written }, turn) => written.map((article) => ({
      body: {
        title: article.title, digest: article.digest, content: bodyOf(article, article.elements.link === 'none' ? null : 'https://brand.example/collection'), topic: article.topic ?? '',
        elements: statedOf(elementsOf(article)), plannedDay: localDay(at),
      },
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

/** The title's length is counted by the product. */
const statedOf = ({ title_length: _, ...stated }: Record<string, string | number | boolean>) => stated as Record<string, string | number>;
