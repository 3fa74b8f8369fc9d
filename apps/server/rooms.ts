import { approverRegions, type App, type Mailer } from '@qingniao/access';
import { accountRoutes, createAccounts, eraseSyncCursors, newFollowers, webAuthorisation, type AccountRoutesDeps, type Accounts } from '@qingniao/accounts';
import { activityRoutes, type ActivityRoutesDeps, type Appender, type CallbackAssets, type LogEvent } from '@qingniao/activity';
import { audienceRoutes, createWriteBack, exportSegments, type AudienceRoutesDeps } from '@qingniao/audience';
import { contentRoutes, startApprovalReminders, startLookingAtDrafts, type ContentRoutesDeps } from '@qingniao/content';
import { createReportSender, insightRoutes, mailedReportRoutes, organisationInsightRoutes, type InsightRoutesDeps, type MailedReportRoutesDeps } from '@qingniao/insights';
import { eraseGifts, exportGifts, forgetGifts, giftGoesUnseen, giftMoved, giftRoutes, giftSettingsOf, giftShopRoutes, openGifting, type GiftRouteDeps } from '@qingniao/gifting';
import type { Log, Secrets } from '@qingniao/kernel';
import { peopleProjection, peopleRoutes, startRetention, type PeopleParts, type PeopleRouteOptions } from '@qingniao/people';
import { createPushSender, experimentRoutes, isPush, pushOfMessage, pushReports, pushRoutes, pushTitles, registerSettling, type AccountOf, type ExperimentRoutesDeps, type PushRoutesDeps } from '@qingniao/pushes';
import { channelNames, channelSources, linkRoutes, recruitmentProjection, recruitmentRoutes, startCodeRenewal, type LinkRoutesDeps, type RecruitmentRoutesDeps } from '@qingniao/recruitment';
import type { Projection, Stores, Timers } from '@qingniao/storage';
import { eraseShopper, exportOrders, forgetService, noticeRoutes, openStore, orderTraces, shopRoutes, storeReportRoutes, storeRoutes, tradeEvents, type NoticeRouteDeps, type StoreReportDeps, type StoreRouteDeps } from '@qingniao/store';
import type { BaseUrls } from '@qingniao/wechat';
import { contentCalendar } from './content-calendar.ts';
import { eventNames } from './names.ts';
import { shopSignIn } from './shop-sign-in.ts';

/** What the rooms' routes need, room by room. */
export interface RoomDeps {
  activity: ActivityRoutesDeps;
  people: PeopleRouteOptions;
  accounts: AccountRoutesDeps;
  recruitment: RecruitmentRoutesDeps;
  links: LinkRoutesDeps;
  store: StoreRouteDeps;
  storeReports: StoreReportDeps;
  payNotices: NoticeRouteDeps;
  gifting: GiftRouteDeps;
  audience: AudienceRoutesDeps;
  content: ContentRoutesDeps;
  pushes: PushRoutesDeps;
  experiments: ExperimentRoutesDeps;
  insights: InsightRoutesDeps;
  mailedReports: MailedReportRoutesDeps;
}

export const peopleParts = (secrets: Secrets, timers: Timers): PeopleParts => ({ sources: channelSources, secrets, erasers: [eraseSyncCursors, eraseShopper, eraseGifts({ timers, secrets })], exporters: [exportSegments, exportOrders(secrets), exportGifts(secrets)], forgetters: [forgetService, forgetGifts] });

/** Everything the product shows that is derived from the log. */
export const projectionsOf = (secrets: Secrets, timers: Timers): Projection<LogEvent>[] =>
  [peopleProjection(peopleParts(secrets, timers)), recruitmentProjection, pushReports, newFollowers, tradeEvents(timers), orderTraces(secrets)];

/** The rooms at work. */
export interface Rooms {
  accounts: Accounts;
  /** Whoever WeChat pushes to: official accounts and mini programs. */
  callbackAssets: CallbackAssets;
  deps: RoomDeps;
  close(): Promise<void>;
}

export interface RoomParts {
  stores: Stores;
  appender: Appender;
  secrets: Secrets;
  log: Log;
  mailer: Mailer;
  wechat: BaseUrls;
  /** Where WeChat Pay is called. */
  payUrl: string;
  /** Hosts inside our own network that pushes may be relayed to. */
  relayHosts: ReadonlySet<string>;
  /** Prints reports as PDF; null: the one on PATH. */
  chromium: string | null;
  /** Where people and WeChat reach this installation, without a slash at the end. */
  baseUrl: () => string;
}

/** Puts the rooms together; jobs and timers register themselves here. */
export async function openRooms({ stores, appender, secrets, log, mailer, wechat, payUrl, relayHosts, chromium, baseUrl }: RoomParts): Promise<Rooms> {
  const parts = peopleParts(secrets, stores.timers);
  const accounts = await createAccounts({ stores, secrets, log, baseUrls: wechat, publicUrl: baseUrl, pushOf: pushOfMessage, relayHosts });
  const clientOf = async (brandId: number, assetId: string) => (await accounts.accountOf(brandId, assetId)).client;
  const senderOf: AccountOf = async (brandId, assetId) => {
    const { kind, client } = await accounts.accountOf(brandId, assetId);
    return { kind: kind === 'subscription' ? 'subscription' : 'service', client };
  };
  const oauthOf = webAuthorisation(stores.database, accounts.accountOf);
  const sender = createPushSender({ stores, accountOf: senderOf, secrets });
  const wechatTagsOf = async (brandId: number, assetId: string) => (await clientOf(brandId, assetId)).tags;
  const store = await openStore({
    stores, appender, secrets, log, payUrl, wechatUrls: wechat, publicUrl: baseUrl, people: parts, signIn: shopSignIn(oauthOf), appidOf: async (brandId, assetId) => (await accounts.accountOf(brandId, assetId)).appid,
    giftMoved: giftMoved({ timers: stores.timers, secrets }), giftsOffered: async (brandId, storefrontId) => (await giftSettingsOf(stores.database.forBrand(brandId), brandId, storefrontId)).offered,
    giftGoesUnseen: (brandId, orderId) => giftGoesUnseen(stores.database.forBrand(brandId), brandId, orderId),
  });
  registerSettling(stores);
  startCodeRenewal(stores.database, { clientOf, timers: stores.timers });
  startLookingAtDrafts(stores, clientOf);
  const stopRetention = startRetention(stores, parts, log);
  startApprovalReminders({ stores, mailer, baseUrl, log });
  return {
    accounts,
    callbackAssets: {
      get: (id) => accounts.assets.get(id) ?? store.pushAssets.get(id),
      reload: (id) => Promise.all([accounts.assets.reload(id), store.pushAssets.reload(id)]),
    },
    deps: {
      activity: { names: eventNames },
      people: { parts, wechatTagsOf, timers: stores.timers, channelNames },
      accounts: { accounts, jobs: stores.jobs },
      recruitment: { clientOf, timers: stores.timers, baseUrl, isPush },
      links: { database: stores.database, appender, oauthOf, baseUrl, log },
      store: store.routes,
      storeReports: { warehouse: stores.warehouse, secrets },
      payNotices: store.notices,
      gifting: openGifting({ stores, secrets, log, erased: store.routes.erased, miniProgramOf: store.routes.enter.miniPrograms.clientOf }),
      audience: { warehouse: stores.warehouse, jobs: stores.jobs, secrets, writeBack: createWriteBack({ stores, wechatTagsOf }), pushTitles },
      // What the platform we are connected to serves is a picture of WeChat's, be it a sandbox.
      content: { jobs: stores.jobs, timers: stores.timers, clientOf, clean: { pictureOrigins: [new URL(wechat.api).origin] }, calendar: contentCalendar(senderOf), approverRegions: (brandId) => approverRegions(stores.database.system, { kind: 'brand', brandId }) },
      pushes: { sender, accountOf: senderOf, warehouse: stores.warehouse },
      experiments: { warehouse: stores.warehouse, timers: stores.timers },
      insights: { warehouse: stores.warehouse, secrets, chromium, baseUrl },
      mailedReports: { sender: createReportSender({ stores, secrets, mailer, chromium, baseUrl, log }) },
    },
    async close() {
      stopRetention();
      await store.close();
      await accounts.close();
    },
  };
}

const brand = '/api/brands/:brandId';

/** Every room's routes, in the order of the rooms. */
export async function registerRoomRoutes(app: App, deps: RoomDeps): Promise<void> {
  await app.register(activityRoutes, { ...deps.activity, prefix: brand });
  await app.register(peopleRoutes, { ...deps.people, prefix: brand });
  await app.register(accountRoutes, { ...deps.accounts, prefix: brand });
  await app.register(recruitmentRoutes, { ...deps.recruitment, prefix: brand });
  await app.register(storeRoutes, { ...deps.store, prefix: brand });
  await app.register(storeReportRoutes, { ...deps.storeReports, prefix: brand });
  await app.register(shopRoutes, { ...deps.store, prefix: '/api/shop/:shopId' });
  await app.register(giftRoutes, { ...deps.gifting, prefix: brand });
  await app.register(giftShopRoutes, { ...deps.gifting, prefix: '/api/shop/:shopId' });
  await app.register(audienceRoutes, { ...deps.audience, prefix: brand });
  await app.register(contentRoutes, { ...deps.content, prefix: brand });
  await app.register(pushRoutes, { ...deps.pushes, prefix: brand });
  await app.register(experimentRoutes, { ...deps.experiments, prefix: brand });
  await app.register(insightRoutes, { ...deps.insights, prefix: brand });
  await app.register(mailedReportRoutes, { ...deps.mailedReports, prefix: brand });
  await app.register(organisationInsightRoutes, { database: deps.links.database, prefix: '/api/organisations/:organisationId' });
  await app.register(linkRoutes, deps.links);
  await app.register(noticeRoutes, deps.payNotices);
}
