import { buildHttp, type HttpParts } from './build.ts';

/** Answers every property and every call with itself: enough for routes to register, useless for anything else. */
const hollow: unknown = new Proxy(() => undefined, {
  get: (_target, name) => (name === 'then' ? undefined : hollow),
  apply: () => hollow,
});

/** The product's OpenAPI 3.1 document, with nothing opened or started. */
export async function describeApi(): Promise<object> {
  const closed = hollow as never;
  const parts: HttpParts = {
    trustProxy: 'loopback', secure: false, requestsPerMinute: 1000, consoleFolder: '/nowhere', hub: closed,
    access: { database: closed, secrets: closed, mailer: closed, baseUrl: () => '' },
    callback: { assets: closed, tally: closed, appender: closed, log: closed },
    status: { stores: closed, projections: closed, followsSandbox: false },
    rooms: {
      activity: { names: closed },
      people: { parts: closed, wechatTagsOf: closed, timers: closed, channelNames: closed },
      accounts: { accounts: closed, jobs: closed },
      recruitment: { clientOf: closed, timers: closed, baseUrl: closed, isPush: closed },
      links: { database: closed, appender: closed, oauthOf: closed, baseUrl: closed, log: closed },
      store: { database: closed, timers: closed, appender: closed, secrets: closed, enter: closed, people: closed, erased: closed, checkout: closed, pay: closed, bills: closed, merchants: closed, miniPrograms: closed, shipping: closed, giftGoesUnseen: closed, carriers: closed },
      gifting: { database: closed, timers: closed, secrets: closed, erased: closed, checkWords: closed },
      storeReports: { warehouse: closed, secrets: closed },
      payNotices: { database: closed, timers: closed, log: closed, giftMoved: closed, merchants: closed },
      audience: { warehouse: closed, jobs: closed, secrets: closed, writeBack: closed, pushTitles: closed },
      content: { jobs: closed, timers: closed, clientOf: closed, clean: { pictureOrigins: [] }, calendar: closed, approverRegions: closed },
      pushes: { sender: closed, accountOf: closed, warehouse: closed },
      experiments: { warehouse: closed, timers: closed },
      insights: { warehouse: closed, secrets: closed },
      mailedReports: { sender: closed },
    },
    proof: { database: closed, warehouse: closed, jobs: closed, wechatApi: '', panelBrandId: closed },
  };
  const app = await buildHttp(parts);
  await app.ready();
  const document = app.swagger();
  await app.close();
  return document;
}
