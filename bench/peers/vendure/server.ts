import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { answer } from '../../child.ts';
import type { Vendure, VendureApp } from './vendure-types.ts';

/**
 * A Vendure shop as small as its settings allow: no address and no shipping, a payment that settles at once, no plugins, its job queue in
 * memory; each spares it work that its default shop does.
 */
const POOL = 20;
const PRICE = 19_900;
const OWNER = 'bench';

export interface PreparedPeer {
  port: number;
  variantId: string;
  /** Of customers who are signed in. */
  tokens: string[];
}

export interface Peer {
  start(given: { home: string; databaseUrl: string }): void;
  prepare(plan: { buyers: number; units: number }): PreparedPeer;
  /** Milliseconds of CPU since the start. */
  cpu(): number;
  /** Orders paid for a variant, as its database has them. */
  paid(variantId: string): number;
}

let vendure: Vendure;
let app: VendureApp;
let serial = 0;

async function start({ home, databaseUrl }: { home: string; databaseUrl: string }): Promise<void> {
  Object.assign(process.env, { NODE_ENV: 'production', VENDURE_DISABLE_TELEMETRY: '1' });
  process.noDeprecation = true;
  // It leaves files where it is started.
  process.chdir(home);
  const require = createRequire(join(home, 'package.json'));
  vendure = require('@vendure/core') as Vendure;
  const { populate } = require('@vendure/core/cli') as { populate(start: () => Promise<VendureApp>, data: object): Promise<VendureApp> };
  const { parse } = require('pg-connection-string') as { parse(url: string): { host: string; port: string; user: string; database: string } };
  const { host, port, user: username, database } = parse(databaseUrl);
  const pay = new vendure.PaymentMethodHandler({
    code: 'pay', description: [{ languageCode: 'en', value: 'Pay' }], args: {},
    createPayment: (_ctx, _order, amount) => ({ amount, state: 'Settled', transactionId: String(++serial), metadata: {} }),
    settlePayment: () => ({ success: true }),
  });
  const config = {
    apiOptions: { port: 0, hostname: '127.0.0.1', adminApiPath: 'admin-api', shopApiPath: 'shop-api' },
    authOptions: {
      tokenMethod: 'bearer', requireVerification: false, superadminCredentials: { identifier: OWNER, password: 'bench-bench' },
      // Thousands of customers are made before the measurement, none during it.
      passwordHashingStrategy: { hash: async (text: string) => text, check: async (text: string, hash: string) => text === hash },
    },
    dbConnectionOptions: {
      type: 'postgres', host, port: Number(port), username, database, synchronize: true, logging: false, extra: { max: POOL },
    },
    logger: new vendure.DefaultLogger({ level: vendure.LogLevel.Error }),
    orderOptions: { process: [vendure.configureDefaultOrderProcess({ arrangingPaymentRequiresShipping: false })] },
    paymentOptions: { paymentMethodHandlers: [pay] },
    plugins: [],
  };
  app = await populate(() => vendure.bootstrap(config), {
    defaultLanguage: 'en', defaultZone: 'Asia', countries: [{ code: 'CN', name: 'China', zone: 'Asia' }], taxRates: [{ name: 'None', percentage: 0 }],
    shippingMethods: [], paymentMethods: [{ name: 'pay', handler: { code: 'pay', arguments: [] } }], collections: [],
  });
}

/** A product of its own, and customers in the shop: signing in happens before. */
async function prepare({ buyers, units }: { buyers: number; units: number }): Promise<PreparedPeer> {
  const run = `drop-${++serial}`;
  const { User, ProductService, ProductVariantService, CustomerService, SessionService, RequestContextService, TransactionalConnection } = vendure;
  const { rawConnection } = app.get(TransactionalConnection);
  const userOf = (identifier: string) => rawConnection.getRepository(User).findOneOrFail({ where: { identifier }, relations: { roles: { channels: true } } });
  const ctx = await app.get(RequestContextService).create({ apiType: 'admin', user: await userOf(OWNER) });
  const product = await app.get(ProductService).create(ctx, { translations: [{ languageCode: 'en', name: run, slug: run, description: '' }] });
  const [variant] = await app.get(ProductVariantService).create(ctx, [
    { productId: product.id, sku: run, price: PRICE, stockOnHand: units, trackInventory: 'TRUE', translations: [{ languageCode: 'en', name: run }] },
  ]);
  const tokens: string[] = [];
  for (let buyer = 0; buyer < buyers; buyer++) {
    const emailAddress = `${run}-${buyer}@example.com`;
    await app.get(CustomerService).create(ctx, { emailAddress, firstName: 'Buyer', lastName: String(buyer) }, 'password');
    tokens.push((await app.get(SessionService).createNewAuthenticatedSession(ctx, await userOf(emailAddress), 'native')).token);
  }
  await rawConnection.query('analyze');
  return { port: (app.getHttpServer().address() as AddressInfo).port, variantId: String(variant!.id), tokens };
}

answer({
  start,
  prepare,
  cpu() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  async paid(variantId: string): Promise<number> {
    const [row] = await app.get(vendure.TransactionalConnection).rawConnection.query(
      `select count(distinct o.id)::int as paid from "order" o join order_line l on l."orderId" = o.id where o.state = 'PaymentSettled' and l."productVariantId" = $1`, [variantId],
    );
    return row!['paid'] as number;
  },
  stop: () => app.close(),
});
