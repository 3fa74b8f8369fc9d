import { type Text, addDays, localDay, now } from '@qingniao/kernel';
import type { WechatCalls } from '@qingniao/wechat';
import type { AssetKind } from '../asset.ts';

/** A right the product needs, and a call that shows whether the account has it without changing anything. */
export interface Right {
  id: string;
  name: Text;
  /** What stops working without it. */
  purpose: Text;
  /** Account kinds that can have it (official-account 22). */
  kinds: readonly AssetKind[];
  probe(client: WechatCalls): Promise<unknown>;
  /** Refusals that prove the right is there: it was the question that was wrong. */
  fine?: readonly number[];
  /** Many accounts never get it and do without. */
  optional?: true;
}

const both: readonly AssetKind[] = ['service', 'subscription'];
const service: readonly AssetKind[] = ['service'];

/** No openid looks like this, so nobody can be reached by it. */
const NOBODY = 'permission-doctor';

export const rights: readonly Right[] = [
  {
    id: 'users', kinds: both,
    name: { zh: '用户管理', en: 'Followers' },
    purpose: { zh: '同步关注者与来源', en: 'synchronising followers and their sources' },
    probe: (client) => client.users.list(),
  },
  {
    id: 'tags', kinds: both,
    name: { zh: '用户标签', en: 'Tags' },
    purpose: { zh: '与微信同步标签、按标签群发', en: 'keeping tags in step with WeChat and pushing to a tag' },
    probe: (client) => client.tags.list(),
  },
  {
    id: 'menu', kinds: both,
    name: { zh: '自定义菜单', en: 'Menus' },
    purpose: { zh: '编辑和发布菜单', en: 'editing and publishing the menu' },
    // Not the call for what followers see: that one answers accounts that may not publish, too.
    probe: (client) => client.menu.get(),
    fine: [46003],
  },
  {
    id: 'qrcode', kinds: service,
    name: { zh: '带参二维码', en: 'QR codes' },
    purpose: { zh: '门店、导购与活动渠道', en: 'channels of stores, associates and campaigns' },
    // A code of one minute, which counts against nothing.
    probe: (client) => client.qrcode.create({ scene: 'permission_doctor', expireSeconds: 60 }),
  },
  {
    id: 'materials', kinds: both,
    name: { zh: '素材管理', en: 'Materials' },
    purpose: { zh: '文章封面与图片', en: 'covers and pictures of articles' },
    probe: (client) => client.media.materialCount(),
  },
  {
    id: 'drafts', kinds: both,
    name: { zh: '草稿箱', en: 'Drafts' },
    purpose: { zh: '写入要群发的文章', en: 'writing the articles of a push' },
    probe: (client) => client.drafts.count(),
  },
  {
    id: 'mass', kinds: both,
    name: { zh: '群发', en: 'Mass send' },
    purpose: { zh: '群发文章', en: 'sending pushes' },
    probe: (client) => client.mass.speed(),
    fine: [45083, 45084],
  },
  {
    id: 'mass_list', kinds: service,
    name: { zh: '按名单群发', en: 'Mass send to a list' },
    purpose: { zh: '群发给选定的人，以及群发时剔除已撤回同意的人', en: 'pushing to chosen people, and leaving out who withdrew consent' },
    // A list of one is refused (40130).
    probe: (client) => client.mass.sendTo([NOBODY], { msgtype: 'text', text: { content: 'permission doctor' } }),
    fine: [40130, 40003, 40031, 40032],
  },
  {
    id: 'comments', kinds: both, optional: true,
    name: { zh: '文章留言', en: 'Article comments' },
    purpose: { zh: '开启和读取文章留言', en: 'opening and reading comments on articles' },
    probe: (client) => client.comments.list({ msgDataId: '1', index: 0 }, { begin: 0, count: 1, type: 0 }),
    fine: [88001, 88008, 88010],
  },
  {
    id: 'custom_send', kinds: both,
    name: { zh: '客服消息', en: 'Customer-service messages' },
    purpose: { zh: '在 48 小时内回复用户', en: 'answering people within 48 hours' },
    probe: (client) => client.customService.send(NOBODY, { msgtype: 'text', text: { content: 'permission doctor' } }),
    fine: [40003, 40031, 43004, 45015, 45047, 46004, 49003],
  },
  {
    id: 'templates', kinds: service,
    name: { zh: '模板消息', en: 'Template messages' },
    purpose: { zh: '服务通知', en: 'service notices' },
    probe: (client) => client.templates.list(),
  },
  {
    id: 'datacube', kinds: both,
    name: { zh: '数据统计', en: 'Datacube' },
    purpose: { zh: '历史增长、文章阅读与分享', en: 'growth history, reads and shares of articles' },
    probe: (client) => {
      const day = addDays(localDay(now()), -2);
      return client.datacube.fetch('getusersummary', day, day);
    },
    fine: [61503],
  },
  {
    id: 'oauth', kinds: service,
    name: { zh: '网页授权', en: 'Web authorisation' },
    purpose: { zh: '识别追踪链接的点击者', en: 'knowing who tapped a tracked link' },
    probe: (client) => client.oauth.exchange(NOBODY),
    fine: [40029, 40163, 42003, 41008],
  },
  {
    id: 'jsapi', kinds: both,
    name: { zh: 'JS-SDK', en: 'JS-SDK' },
    purpose: { zh: '网页中的分享与小程序跳转', en: 'sharing and mini-program links on pages' },
    probe: (client) => client.base.ticket('jsapi'),
  },
];
