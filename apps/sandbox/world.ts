/**
 * What a population engine and an operator see of the sandbox, and what they may do.
 *
 * Followers do things by *acts*: plain data with a simulated time. The platform keeps them on an
 * agenda and, when their time comes, changes its state, writes the ledger, counts for datacube and
 * sends the callback. So an engine may plan minutes or weeks ahead, and stepped and live time work
 * the same way. Acts of one person run in order of `at` (equal times: in the order given); an act
 * that has become impossible (a tap by somebody who has left) is dropped and counted.
 */

/** Milliseconds since the epoch in the sandbox's own time. */
export type Millis = number;

/** Where a follower came from, as user/info's `subscribe_scene` says it (contract 8). */
export type SubscribeScene =
  | 'ADD_SCENE_SEARCH' | 'ADD_SCENE_ACCOUNT_MIGRATION' | 'ADD_SCENE_PROFILE_CARD' | 'ADD_SCENE_QR_CODE'
  | 'ADD_SCENE_PROFILE_LINK' | 'ADD_SCENE_PROFILE_ITEM' | 'ADD_SCENE_PAID' | 'ADD_SCENE_WECHAT_ADVERTISEMENT'
  | 'ADD_SCENE_REPRINT' | 'ADD_SCENE_LIVESTREAM' | 'ADD_SCENE_CHANNELS' | 'ADD_SCENE_WXA' | 'ADD_SCENE_OTHERS';

/** How a reader came to an article, as datacube's `scene_desc` says it (contract 17), without 全部. */
export type ReadScene = '公众号消息' | '聊天会话' | '朋友圈' | '公众号主页' | '其他' | '推荐' | '搜一搜';

/** One WeChat user as one account knows them. `index` is dense per account, for typed arrays and bit sets. */
export interface Person {
  readonly index: number;
  readonly openid: string;
  unionid: string | null;
  subscribed: boolean;
  /** Unix seconds of the latest follow; 0 when never. */
  subscribeTime: number;
  scene: SubscribeScene;
  /** The scene of the code they followed by: a number, a text, or null. */
  qrScene: number | string | null;
  tags: number[];
  remark: string;
  language: string;
  /** Contract 7, matchrule: 1 iOS, 2 Android, 3 other. */
  platform: 1 | 2 | 3;
  blacklisted: boolean;
  /** The user switched this account's messages off (sends answer 48002). */
  refusesMessages: boolean;
  /** Made or taken over on the play page; engines leave these people alone. */
  played: boolean;
}

/** A button of the account's menu, as menu/create takes it (contract 7). */
export interface MenuButton {
  name: string;
  type?: string;
  key?: string;
  url?: string;
  media_id?: string;
  article_id?: string;
  appid?: string;
  pagepath?: string;
  sub_button?: MenuButton[];
}

/** A parametric QR code the account has created. */
export interface QrCode {
  readonly ticket: string;
  readonly scene: number | string;
  readonly permanent: boolean;
  /** Null for permanent codes. */
  readonly expiresAt: Millis | null;
  readonly createdAt: Millis;
}

/** Marks that the brand team leaves in its layout and covers: people would simply look. */
export interface Shown {
  purpose?: string;
  /** What the cover shows. */
  teaser?: string;
  link?: string;
  button?: string;
  /** Screen of the first call to action. */
  screen?: number;
}

/** Leads into a mini program when it is tapped. */
export interface Card {
  readonly appid: string;
  /** Of the page, with its parameters. */
  readonly path: string;
}

/** One published article: part of a mass send or of a freepublish. */
export interface Article {
  /** datacube's msgid: `<msg_data_id>_<1-based index>`. */
  readonly msgid: string;
  readonly msgDataId: string;
  /** 1-based position. */
  readonly position: number;
  readonly title: string;
  readonly url: string;
  /** Every http(s) link a reader can tap, in order: those of the body, then "read more". */
  readonly links: readonly string[];
  readonly cards: readonly Card[];
  /** What the reader sees it is made of (W-40), as far as cover and layout say. */
  readonly shown?: Shown;
  readonly publishedAt: Millis;
  /** 0 with a notification to followers (mass send), 1 without (freepublish). */
  readonly publishType: 0 | 1;
}

/** A mass send that has been carried out. */
export interface MassJob {
  readonly msgId: number;
  readonly clientMsgId: string | null;
  readonly msgType: string;
  readonly sentAt: Millis;
  readonly toAll: boolean;
  readonly tagId: number | null;
  /** Empty unless it carried articles. */
  readonly articles: readonly Article[];
  readonly totalCount: number;
  readonly filterCount: number;
  readonly sentCount: number;
  readonly errorCount: number;
}

export interface Account {
  readonly appid: string;
  /** `gh_…`, the ToUserName of pushes. */
  readonly originalId: string;
  readonly name: string;
  readonly kind: 'service' | 'subscription' | 'miniProgram';
}

/** What somebody writes. Media are given by a media_id of the account or made up when absent. */
export type Writing =
  | { type: 'text'; content: string; menuItem?: string; article?: string }
  | { type: 'image' | 'voice' | 'video' | 'shortvideo'; mediaId?: string }
  | { type: 'location'; latitude: number; longitude: number; scale?: number; label?: string }
  | { type: 'link'; title: string; description: string; url: string };

/** Of a shop, as its own pages tell them apart. */
export type StorefrontType = 'permanent' | 'drop' | 'popup';

/** What a link that gives something comes to: taken, taken and thanked for, declined, or never opened. */
export type GiftEnd = 'kept' | 'thanked' | 'declined' | 'unopened';
/** What somebody asks after buying, as the after-sale pages name it. */
export interface ServiceWish { kind: 'return' | 'exchange' | 'care'; reason: string; words: string }

/** What somebody wants of a shop beside buying one thing there. */
export interface Wish {
  /** How many different things; one when absent. */
  things?: number;
  /** Takes a coupon on offer first. */
  coupon?: true;
  /** For a friend, by openid of the brand's account, who gets a link; `words` of one's own in place of a message to choose. */
  gift?: { to: string; end: GiftEnd; words?: string };
  /** Of the first thing bought. */
  service?: ServiceWish & { at: Millis };
  invoice?: { titleKind: 'personal' | 'company'; at: Millis };
}

/** What somebody opens a shop for who buys nothing: planned by the visit before, which has learnt the numbers, but for those who look at what is to come. */
export type Errand =
  | { to: 'open gift'; token: string; end: GiftEnd }
  | { to: 'thank'; giftId: string }
  | { to: 'ask for service'; orderId: string; service: ServiceWish }
  | { to: 'follow a case'; caseId: string }
  | { to: 'ask for an invoice'; orderId: string; titleKind: 'personal' | 'company' }
  | { to: 'look forward'; storefront: StorefrontType; die: number };

interface ActBase {
  at: Millis;
  appid: string;
}
interface PersonAct extends ActBase {
  openid: string;
}

export type Act =
  /** A code by ticket makes the scene ADD_SCENE_QR_CODE; `fromArticle` (msgid) counts as read_subscribe_user. */
  | (PersonAct & { kind: 'follow'; scene: SubscribeScene; ticket?: string; fromArticle?: string })
  | (PersonAct & { kind: 'unfollow' })
  /** By somebody who does not follow yet this becomes a follow. */
  | (PersonAct & { kind: 'scan'; ticket: string })
  /** `item` is the path of the button: [top] or [top, sub], 0-based. `category`: what the population takes it for, told to nobody but the ledger. */
  | (PersonAct & { kind: 'menu'; item: [number] | [number, number]; category?: string })
  | (PersonAct & { kind: 'write'; message: Writing })
  /** The LOCATION event: the phone reports its position, nobody typed anything. */
  | (PersonAct & { kind: 'position'; latitude: number; longitude: number; precision: number })
  /** `fifths` is how far they got: 1..5; 5 with `finished` means to the end. `minutes` is active reading time. */
  | (PersonAct & { kind: 'read'; msgid: string; scene: ReadScene; fifths: 1 | 2 | 3 | 4 | 5; finished: boolean; minutes: number })
  /**
   * The person's browser opens the link, follows redirects and answers snsapi_base as WeChat does.
   * `outside` opens it in an ordinary browser: nobody is identified, an authorize page ends the visit.
   */
  | (PersonAct & { kind: 'click'; url: string; msgid?: string; outside?: boolean })
  | (PersonAct & { kind: 'comment'; msgid: string; content: string })
  /**
   * Opens the shop of a mini program from a launch scene, puts something into the cart, orders, and pays or lets it be.
   * `h5`: in the web shop of the account instead, which knows no scene. `path` is that of the card they came by, which may
   * name the storefront. The dice, in [0, 1), say what is bought, how it is made and where it goes.
   */
  | (PersonAct & { kind: 'shop'; miniProgram: string; storefront: StorefrontType; scene: number; h5?: boolean; path?: string; pays: boolean; dice: [number, number, number]; wish?: Wish })
  /** Opens the shop again. What cannot be done yet is tried again some days later, `turns` times. */
  | (PersonAct & { kind: 'errand'; miniProgram: string; errand: Errand; turns: number })
  /** Answer to a subscription popup (contract 4.4); scene 0 = mini program, 1 = H5 page, 2 = article. */
  | (PersonAct & { kind: 'subscription'; answers: { templateId: string; accept: boolean }[]; scene: 0 | 1 | 2 })
  /** Aggregate actions on an article: the platform never tells whose they are. */
  | (ActBase & { kind: 'engage'; msgid: string; share?: number; like?: number; zaikan?: number; favourite?: number })
  /** Readers who are nobody's follower (Moments, search); `exits` counts them by the fifth they left at. */
  | (ActBase & { kind: 'passers'; msgid: string; scene: ReadScene; users: number; reads: number;
      exits: [number, number, number, number, number]; finished: number; minutes: number });

/** Datacube history that the sandbox did not live through: before its first day, or of a panel account. */
export interface SeededDay {
  /** Beijing day, `2025-03-01`. */
  day: string;
  /** By datacube user_source (contract 17). */
  users: { source: number; new: number; cancel: number }[];
  /** Followers at the end of the day; when absent, computed from the day before. */
  cumulate?: number;
  articles?: SeededArticle[];
  upstream?: { type: number; users: number; count: number }[];
}
export interface SeededArticle {
  /** Same value for the articles of one push. */
  msgDataId: string;
  position: number;
  title: string;
  delivered: number;
  /** Readers by source; 全部 is their sum unless `readers` says otherwise. */
  readers: Partial<Record<ReadScene, number>>;
  allReaders?: number;
  /** Offset in days after the send; the day's share of everything above. Default: all on the first day. */
  spread?: number[];
  share?: number; like?: number; zaikan?: number; favourite?: number; comments?: number;
  exits?: [number, number, number, number, number];
  finishRate?: number;
}

export interface NewPerson {
  unionid?: string;
  language?: string;
  platform?: 1 | 2 | 3;
}

/** Everything an engine may look at and do. Person-level facts here are the sandbox's secret, never the product's. */
export interface World {
  now(): Millis;
  readonly accounts: readonly Account[];
  /** Everyone this account has ever known, by `index`. */
  people(appid: string): readonly Person[];
  person(appid: string, openid: string): Person | undefined;
  /** Somebody who does not follow yet; openid is made from the world's seed, deterministic. */
  newPerson(appid: string, about?: NewPerson): Person;
  /** Somebody who followed before history begins: no callback, counted in cumulate only. */
  seedFollower(appid: string, about: NewPerson & { subscribeTime: number; scene: SubscribeScene; tags?: number[] }): Person;
  seedHistory(appid: string, days: readonly SeededDay[]): void;
  /** A tag made before history begins; answers its id (the same id for the same name). */
  seedTag(appid: string, name: string): number;
  /** Puts acts on the agenda. Times before now() count as now(). */
  act(...acts: Act[]): void;
  /** Codes that can be scanned now. */
  codes(appid: string): readonly QrCode[];
  /** The menu this person sees (conditional menus matched), or null. */
  menu(appid: string, person: Person): readonly MenuButton[] | null;
  articles(appid: string): readonly Article[];
  article(appid: string, msgid: string): Article | undefined;
  massJobs(appid: string): readonly MassJob[];
  recipients(appid: string, job: MassJob): readonly Person[];
  /** A KOL shows a card of this mini program in an account of theirs, which is not in this sandbox. */
  showCard(appid: string, path: string): void;
  /** Cards shown so, the oldest first. */
  shownCards(appid: string): readonly string[];
}

/** The people: who does what in each hour. Loaded from `population/`. */
export interface Engine {
  /** Once in a fresh world, before its first hour. Accounts exist already. */
  init(world: World): void | Promise<void>;
  /** Plan acts for [from, to). Called for every simulated hour, in order. */
  hour(world: World, from: Millis, to: Millis): void | Promise<void>;
  /** A mass send has just reached its recipients: plan who reads, clicks, leaves. */
  onMassSend(world: World, appid: string, job: MassJob): void;
  /** State to keep over a restart (JSON). Pending acts are kept by the sandbox. */
  save(): unknown;
  /** In place of init after a restart. */
  restore(world: World, saved: unknown): void;
}

/** The simulated brand team: uses the product's public API between hours. Loaded from `operator/`. */
export interface Operator {
  /** Where and as whom to work; body of POST /sandbox/operator. */
  configure(settings: unknown): void | Promise<void>;
  /** After the callbacks of the hour ending at `to` have been answered. */
  hour(world: World, from: Millis, to: Millis): Promise<void>;
  /** Whether the hour ending at `to` brings the team work: a step ends before it, and the next one is nothing else. */
  busy?(to: Millis): boolean;
  save(): unknown;
  restore(saved: unknown): void;
}

/** `population/index.ts` exports `createEngine`, `operator/index.ts` exports `createOperator`. */
export interface EngineOptions {
  /** Parsed population file. */
  population: unknown;
  followers: number;
  seed: string;
  draw: 'quota' | 'random';
  panel: boolean;
  /** First and last instant of the simulated history. */
  start: Millis;
  until: Millis;
}
/** What others may know of the people here: to which published year they are calibrated (null: to none), and how they are drawn. */
export interface PopulationAbout {
  calibration: string | null;
  draw: EngineOptions['draw'];
}
export type CreateEngine = (options: EngineOptions) => Engine;
/**
 * `population/index.ts` exports `accountsOf` too: the accounts the sandbox must have before `init`.
 * The first is the brand's, whose followers are people; the others are the panel's (daily aggregates only).
 */
export type AccountsOf = (options: EngineOptions) => { name: string; kind: 'service' | 'subscription' }[];
export type CreateOperator = (options: EngineOptions) => Operator;
