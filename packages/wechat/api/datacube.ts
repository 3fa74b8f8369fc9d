import type { Caller, JsonAnswer } from '../call.ts';

/** Days a call may cover, both ends included (official-account 17). */
export const datacubeSpan = {
  getusersummary: 7,
  getusercumulate: 7,
  getarticlesummary: 1,
  getarticletotal: 1,
  getuserread: 3,
  getuserreadhour: 1,
  getusershare: 7,
  getusersharehour: 1,
  getupstreammsg: 7,
  getupstreammsghour: 1,
  getupstreammsgweek: 30,
  getupstreammsgmonth: 30,
  getupstreammsgdist: 15,
  getupstreammsgdistweek: 30,
  getupstreammsgdistmonth: 30,
  getinterfacesummary: 30,
  getinterfacesummaryhour: 1,
  getarticleread: 1,
  getarticleshare: 1,
  getbizsummary: 30,
  getarticletotaldetail: 1,
} as const;
export type DatacubeName = keyof typeof datacubeSpan;

/** The first day there is any data, and the first day of the article calls that replaced the retired ones. */
export const DATACUBE_START = '2014-12-01';
export const ARTICLE_CALLS_START = '2025-11-01';

export interface UserSummaryRow {
  ref_date: string;
  user_source: number;
  new_user: number;
  cancel_user: number;
}
export interface UserCumulateRow {
  ref_date: string;
  cumulate_user: number;
  user_source?: number;
}
export interface ReadSource {
  user_count: number;
  /** Chinese: 全部, 公众号消息, 聊天会话, 朋友圈, 公众号主页, 其他, 推荐, 搜一搜. */
  scene_desc: string;
}
export interface ArticleReadRow {
  ref_date: string;
  msgid: string;
  detail: { read_user: number; read_user_source: ReadSource[] };
}
export interface ArticleShareRow {
  ref_date: string;
  msgid: string;
  detail: { share_user: number };
}
export interface BizSummaryRow {
  ref_date: string;
  detail: {
    read_user: number;
    read_user_source: ReadSource[];
    share_user: number;
    zaikan_user: number;
    like_user: number;
    comment_count: number;
    collection_user: number;
    redirect_ori_page_user: number;
    send_page_count: number;
  };
}
/** Share of readers who left in each fifth of the article. */
export interface ReadJump {
  position: number;
  rate: number;
}
export interface ArticleDay {
  stat_date: string;
  read_user: number;
  read_user_source: ReadSource[];
  share_user: number;
  zaikan_user: number;
  like_user: number;
  comment_count: number;
  collection_user: number;
  /** Fen. */
  praise_money: number;
  read_subscribe_user: number;
  read_delivery_rate: number;
  read_finish_rate: number;
  /** Minutes. */
  read_avg_activetime: number;
  read_jump_position: ReadJump[];
}
export interface ArticleTotalRow {
  ref_date: string;
  msgid: string;
  /** 0 notified the followers, 1 did not. */
  publish_type: 0 | 1;
  title: string;
  content_url: string;
  detail_list: ArticleDay[];
}

/** Rows of a retired or interface call, as the platform gives them. */
export interface DatacubeRow extends JsonAnswer {
  ref_date: string;
}

export interface DatacubeRows {
  getusersummary: UserSummaryRow;
  getusercumulate: UserCumulateRow;
  getarticleread: ArticleReadRow;
  getarticleshare: ArticleShareRow;
  getbizsummary: BizSummaryRow;
  getarticletotaldetail: ArticleTotalRow;
}
export type RowOf<N extends DatacubeName> = N extends keyof DatacubeRows ? DatacubeRows[N] : DatacubeRow;

export interface DatacubeAnswer<R> {
  list: R[];
  /** The platform is late: fetch this range again later. */
  isDelay: boolean;
}

/** Datacube (official-account 17). Days are `YYYY-MM-DD` Beijing time; 61503 (busy) before 08:00 of the next day. */
export const datacubeApi = (call: Caller) => ({
  fetch: async <N extends DatacubeName>(name: N, from: string, to: string): Promise<DatacubeAnswer<RowOf<N>>> => {
    const answer = await call.json<{ list?: RowOf<N>[]; is_delay?: boolean }>({
      method: 'POST',
      path: `/datacube/${name}`,
      json: { begin_date: from, end_date: to },
    });
    const list = (answer.list ?? []).map((row) => (name === 'getarticletotaldetail' ? withJumpLists(row as ArticleTotalRow) : row) as RowOf<N>);
    return { list, isDelay: answer.is_delay === true };
  },
});

/** The documentation shows `read_jump_position` as an object in one place and a list in another: a list comes out. */
const withJumpLists = (row: ArticleTotalRow): ArticleTotalRow => ({
  ...row,
  msgid: String(row.msgid),
  detail_list: row.detail_list.map((day) => ({ ...day, read_jump_position: jumpList(day.read_jump_position) })),
});

function jumpList(given: unknown): ReadJump[] {
  if (Array.isArray(given)) return given as ReadJump[];
  if (given === null || typeof given !== 'object') return [];
  if ('position' in given && 'rate' in given) return [given as ReadJump];
  return Object.entries(given).map(([position, rate]) => ({ position: Number(position), rate: Number(rate) }));
}
