import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { ApiError } from './api/problem.ts';
import { sessionQuery, setupQuery } from './api/session.ts';
import { NotFound, RouteFailure } from './shell/not-found.tsx';
import { readPreference } from './lib/preferences.ts';
import { spans } from './lib/period.ts';
import { flag, oneOf, searchOf, word } from './lib/search.ts';
import { pushStates } from './screens/pushes/queries.ts';
import { contactSearch } from './screens/contacts/contact-search.ts';
import { insightSearch } from './screens/insights/search.ts';

interface RouterContext {
  queryClient: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: RouteFailure,
});

const periodSearch = searchOf({ days: oneOf(...spans) });

/** Signed in, or sent to the door with the way back. */
async function requireSession(queryClient: QueryClient, href: string) {
  try {
    return await queryClient.fetchQuery(sessionQuery);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    const { needed } = await queryClient.fetchQuery(setupQuery);
    throw needed ? redirect({ to: '/setup' }) : redirect({ to: '/sign-in', search: href === '/' ? {} : { back: href } });
  }
}

/** Without a brand in the address: the one used last, or the oldest. */
const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context }) => {
    const { brands } = await requireSession(context.queryClient, '/');
    const kept = Number(readPreference('brand'));
    const brand = brands.find(({ id }) => id === kept) ?? brands.toSorted((one, other) => one.id - other.id)[0];
    throw brand ? redirect({ to: '/b/$brandId', params: { brandId: String(brand.id) } }) : redirect({ to: '/account' });
  },
});

const signIn = createRoute({
  getParentRoute: () => root, path: '/sign-in', validateSearch: searchOf({ back: word }),
  component: lazyRouteComponent(() => import('./screens/door/sign-in.tsx')),
});
const forgot = createRoute({
  getParentRoute: () => root, path: '/forgot-password', component: lazyRouteComponent(() => import('./screens/door/forgot.tsx')),
});
const setPassword = createRoute({
  getParentRoute: () => root, path: '/set-password', component: lazyRouteComponent(() => import('./screens/door/set-password.tsx')),
});
const setup = createRoute({
  getParentRoute: () => root, path: '/setup',
  beforeLoad: async ({ context }) => {
    const { needed } = await context.queryClient.fetchQuery({ ...setupQuery, staleTime: 0 });
    if (!needed) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('./screens/door/setup.tsx')),
});

const account = createRoute({
  getParentRoute: () => root, path: '/account',
  beforeLoad: ({ context, location }) => requireSession(context.queryClient, location.href),
  component: lazyRouteComponent(() => import('./screens/account/account.tsx')),
});

const brand = createRoute({
  getParentRoute: () => root, path: '/b/$brandId',
  beforeLoad: ({ context, location }) => requireSession(context.queryClient, location.href),
  component: lazyRouteComponent(() => import('./shell/brand-frame.tsx')),
});

const home = createRoute({
  getParentRoute: () => brand, path: '/', validateSearch: periodSearch,
  component: lazyRouteComponent(() => import('./screens/home/home.tsx')),
});

const contacts = createRoute({
  getParentRoute: () => brand, path: '/contacts', validateSearch: contactSearch, component: lazyRouteComponent(() => import('./screens/contacts/list.tsx')),
});
const importContacts = createRoute({
  getParentRoute: () => brand, path: '/contacts/import', component: lazyRouteComponent(() => import('./screens/contacts/import.tsx')),
});
const tags = createRoute({
  getParentRoute: () => brand, path: '/contacts/tags', component: lazyRouteComponent(() => import('./screens/contacts/tags.tsx')),
});
const requests = createRoute({
  getParentRoute: () => brand, path: '/contacts/requests', component: lazyRouteComponent(() => import('./screens/contacts/requests.tsx')),
});
const contact = createRoute({
  getParentRoute: () => brand, path: '/contacts/$contactId', component: lazyRouteComponent(() => import('./screens/contacts/contact.tsx')),
});

const segments = createRoute({
  getParentRoute: () => brand, path: '/audience', validateSearch: searchOf({ text: word, state: oneOf('draft', 'publishing', 'live', 'failed', 'archived') }),
  component: lazyRouteComponent(() => import('./screens/audience/list.tsx')),
});
const newSegment = createRoute({
  getParentRoute: () => brand, path: '/audience/new', component: lazyRouteComponent(() => import('./screens/audience/new.tsx')),
});
const importSegment = createRoute({
  getParentRoute: () => brand, path: '/audience/import', component: lazyRouteComponent(() => import('./screens/audience/import.tsx')),
});
const segment = createRoute({
  getParentRoute: () => brand, path: '/audience/$segmentId', component: lazyRouteComponent(() => import('./screens/audience/segment.tsx')),
});
const editSegment = createRoute({
  getParentRoute: () => brand, path: '/audience/$segmentId/edit', component: lazyRouteComponent(() => import('./screens/audience/edit.tsx')),
});

const recruitment = createRoute({
  getParentRoute: () => brand, path: '/recruitment', validateSearch: periodSearch, component: lazyRouteComponent(() => import('./screens/recruitment/sources.tsx')),
});
const channels = createRoute({
  getParentRoute: () => brand, path: '/recruitment/channels', validateSearch: searchOf({ kind: word, text: word, archived: flag, channel: word }),
  component: lazyRouteComponent(() => import('./screens/recruitment/channels.tsx')),
});
const links = createRoute({
  getParentRoute: () => brand, path: '/recruitment/links', component: lazyRouteComponent(() => import('./screens/recruitment/links.tsx')),
});
const costs = createRoute({
  getParentRoute: () => brand, path: '/recruitment/costs', validateSearch: periodSearch, component: lazyRouteComponent(() => import('./screens/recruitment/costs.tsx')),
});
const mapping = createRoute({
  getParentRoute: () => brand, path: '/recruitment/mapping', component: lazyRouteComponent(() => import('./screens/recruitment/mapping.tsx')),
});

const menu = createRoute({
  getParentRoute: () => brand, path: '/menu', validateSearch: searchOf({ account: word }), component: lazyRouteComponent(() => import('./screens/menu/menu.tsx')),
});
const replies = createRoute({
  getParentRoute: () => brand, path: '/replies', validateSearch: searchOf({ account: word }), component: lazyRouteComponent(() => import('./screens/replies/replies.tsx')),
});
const accounts = createRoute({
  getParentRoute: () => brand, path: '/accounts', component: lazyRouteComponent(() => import('./screens/accounts/list.tsx')),
});
const connect = createRoute({
  getParentRoute: () => brand, path: '/accounts/connect', component: lazyRouteComponent(() => import('./screens/accounts/connect.tsx')),
});
const officialAccount = createRoute({
  getParentRoute: () => brand, path: '/accounts/$assetId', component: lazyRouteComponent(() => import('./screens/accounts/account.tsx')),
});
const status = createRoute({
  getParentRoute: () => brand, path: '/status', component: lazyRouteComponent(() => import('./screens/status/status.tsx')),
});

const pushes = createRoute({
  getParentRoute: () => brand, path: '/pushes', validateSearch: searchOf({ text: word, state: oneOf(...pushStates) }), component: lazyRouteComponent(() => import('./screens/pushes/list.tsx')),
});
const articles = createRoute({
  getParentRoute: () => brand, path: '/content', validateSearch: searchOf({ text: word, topic: word, type: word, group: word, approval: word, archived: flag }),
  component: lazyRouteComponent(() => import('./screens/content/library.tsx')),
});
const newArticle = createRoute({
  getParentRoute: () => brand, path: '/content/new', component: lazyRouteComponent(() => import('./screens/content/new.tsx')),
});
const article = createRoute({
  getParentRoute: () => brand, path: '/content/articles/$articleId', component: lazyRouteComponent(() => import('./screens/content/article.tsx')),
});
const articlePool = createRoute({
  getParentRoute: () => brand, path: '/content/pool', component: lazyRouteComponent(() => import('./screens/content/pool.tsx')),
});
const contentCalendar = createRoute({
  getParentRoute: () => brand, path: '/content/calendar', validateSearch: searchOf({ month: word, account: word }),
  component: lazyRouteComponent(() => import('./screens/content/calendar.tsx')),
});
const articleApprovals = createRoute({
  getParentRoute: () => brand, path: '/content/approvals', component: lazyRouteComponent(() => import('./screens/content/approvals.tsx')),
});
const wechatDrafts = createRoute({
  getParentRoute: () => brand, path: '/content/drafts', validateSearch: searchOf({ account: word }), component: lazyRouteComponent(() => import('./screens/content/drafts.tsx')),
});
const contentSettings = createRoute({
  getParentRoute: () => brand, path: '/content/settings', component: lazyRouteComponent(() => import('./screens/content/settings.tsx')),
});

const newPush = createRoute({
  getParentRoute: () => brand, path: '/pushes/new', validateSearch: searchOf({ copy: word }), component: lazyRouteComponent(() => import('./screens/pushes/new.tsx')),
});
const comparePushes = createRoute({
  getParentRoute: () => brand, path: '/pushes/compare', validateSearch: searchOf({ ids: word }), component: lazyRouteComponent(() => import('./screens/pushes/compare.tsx')),
});
const push = createRoute({
  getParentRoute: () => brand, path: '/pushes/$pushId', component: lazyRouteComponent(() => import('./screens/pushes/push.tsx')),
});

const editPush = createRoute({
  getParentRoute: () => brand, path: '/pushes/$pushId/edit', component: lazyRouteComponent(() => import('./screens/pushes/edit.tsx')),
});

const experiments = createRoute({
  getParentRoute: () => brand, path: '/experiments', component: lazyRouteComponent(() => import('./screens/pushes/experiment/library.tsx')),
});
const experiment = createRoute({
  getParentRoute: () => brand, path: '/experiments/$experimentId', component: lazyRouteComponent(() => import('./screens/pushes/experiment/experiment.tsx')),
});
const setUpExperiment = createRoute({
  getParentRoute: () => brand, path: '/pushes/$pushId/experiment', component: lazyRouteComponent(() => import('./screens/pushes/experiment/set-up.tsx')),
});

const orders = createRoute({
  getParentRoute: () => brand, path: '/orders', validateSearch: searchOf({ state: oneOf('awaiting_payment', 'paid', 'cancelled'), fulfilment: oneOf('to_ship', 'part_shipped', 'shipped', 'received', 'upload_refused'), storefront: word, text: word, sort: oneOf('oldest', 'highest', 'lowest'), from: word, to: word }),
  component: lazyRouteComponent(() => import('./screens/store/orders/orders.tsx')),
});
const order = createRoute({
  getParentRoute: () => brand, path: '/orders/$orderId', component: lazyRouteComponent(() => import('./screens/store/orders/order.tsx')),
});

const afterSales = createRoute({
  getParentRoute: () => brand, path: '/orders/after-sale', validateSearch: searchOf({ turn: oneOf('others', 'closed'), kind: oneOf('refund', 'return', 'exchange', 'care') }),
  component: lazyRouteComponent(() => import('./screens/store/after-sale/after-sales.tsx')),
});
const afterSale = createRoute({
  getParentRoute: () => brand, path: '/orders/after-sale/$caseId', component: lazyRouteComponent(() => import('./screens/store/after-sale/case.tsx')),
});
const invoices = createRoute({
  getParentRoute: () => brand, path: '/orders/invoices', validateSearch: searchOf({ state: oneOf('requested', 'issued', 'refused', 'withdrawn') }),
  component: lazyRouteComponent(() => import('./screens/store/after-sale/invoices.tsx')),
});

const products = createRoute({
  getParentRoute: () => brand, path: '/products', validateSearch: searchOf({ text: word, state: oneOf('draft', 'active', 'archived'), category: word }),
  component: lazyRouteComponent(() => import('./screens/store/catalogue/products.tsx')),
});
const newProduct = createRoute({
  getParentRoute: () => brand, path: '/products/new', component: lazyRouteComponent(() => import('./screens/store/catalogue/new.tsx')),
});
const product = createRoute({
  getParentRoute: () => brand, path: '/products/$productId', component: lazyRouteComponent(() => import('./screens/store/catalogue/product.tsx')),
});
const stock = createRoute({
  getParentRoute: () => brand, path: '/products/stock', validateSearch: searchOf({ pool: word, view: oneOf('ledger'), sku: word }),
  component: lazyRouteComponent(() => import('./screens/store/stock/stock.tsx')),
});

const storefronts = createRoute({
  getParentRoute: () => brand, path: '/storefronts', component: lazyRouteComponent(() => import('./screens/store/storefronts/storefronts.tsx')),
});
const storefront = createRoute({
  getParentRoute: () => brand, path: '/storefronts/$storefrontId', component: lazyRouteComponent(() => import('./screens/store/storefronts/storefront.tsx')),
});
const drop = createRoute({
  getParentRoute: () => brand, path: '/storefronts/$storefrontId/drop', validateSearch: searchOf({ release: word }), component: lazyRouteComponent(() => import('./screens/store/drop/drop.tsx')),
});
const coupons = createRoute({
  getParentRoute: () => brand, path: '/storefronts/coupons', component: lazyRouteComponent(() => import('./screens/store/coupons/coupons.tsx')),
});
const gifts = createRoute({
  getParentRoute: () => brand, path: '/storefronts/gifts', validateSearch: searchOf({ state: oneOf('unpaid', 'waiting', 'addressed', 'returned', 'cancelled'), storefront: word }),
  component: lazyRouteComponent(() => import('./screens/store/gifts/gifts.tsx')),
});
const miniPrograms = createRoute({
  getParentRoute: () => brand, path: '/storefronts/mini-programs', component: lazyRouteComponent(() => import('./screens/store/mini-programs/mini-programs.tsx')),
});
const payments = createRoute({
  getParentRoute: () => brand, path: '/payments', validateSearch: searchOf({ all: flag }), component: lazyRouteComponent(() => import('./screens/store/payments/payments.tsx')),
});

const resaleWatch = createRoute({
  getParentRoute: () => brand, path: '/orders/watch', component: lazyRouteComponent(() => import('./screens/store/watch/watch.tsx')),
});
const bills = createRoute({
  getParentRoute: () => brand, path: '/payments/bills', validateSearch: searchOf({ merchant: word, day: word }), component: lazyRouteComponent(() => import('./screens/store/bills/bills.tsx')),
});
const storeReports = createRoute({
  getParentRoute: () => brand, path: '/store-reports', validateSearch: insightSearch, component: lazyRouteComponent(() => import('./screens/store/reports/reports.tsx')),
});
const storeReport = createRoute({
  getParentRoute: () => brand, path: '/store-reports/$reportId', validateSearch: insightSearch, component: lazyRouteComponent(() => import('./screens/store/reports/reports.tsx')),
});

const acquisition = createRoute({
  getParentRoute: () => brand, path: '/insights', validateSearch: insightSearch, component: lazyRouteComponent(() => import('./screens/insights/acquisition.tsx')),
});
const engagement = createRoute({
  getParentRoute: () => brand, path: '/insights/engagement', validateSearch: insightSearch, component: lazyRouteComponent(() => import('./screens/insights/engagement.tsx')),
});
const content = createRoute({
  getParentRoute: () => brand, path: '/insights/content', validateSearch: insightSearch, component: lazyRouteComponent(() => import('./screens/insights/content.tsx')),
});
const sideBySide = createRoute({
  getParentRoute: () => brand, path: '/insights/accounts', validateSearch: insightSearch, component: lazyRouteComponent(() => import('./screens/insights/panel/panel.tsx')),
});
const opportunities = createRoute({
  getParentRoute: () => brand, path: '/insights/opportunities', validateSearch: insightSearch, component: lazyRouteComponent(() => import('./screens/insights/opportunities/opportunities.tsx')),
});
const planner = createRoute({
  getParentRoute: () => brand, path: '/insights/opportunities/planner', validateSearch: searchOf({ plan: word }),
  component: lazyRouteComponent(() => import('./screens/insights/opportunities/planner.tsx')),
});
const segmentValue = createRoute({
  getParentRoute: () => brand, path: '/insights/opportunities/segment-value', component: lazyRouteComponent(() => import('./screens/insights/opportunities/segment-value.tsx')),
});
const benchmarks = createRoute({
  getParentRoute: () => brand, path: '/insights/benchmarks', validateSearch: searchOf({ metric: word, edition: word, own: flag }),
  component: lazyRouteComponent(() => import('./screens/insights/benchmarks/benchmarks.tsx')),
});
const proof = createRoute({
  getParentRoute: () => brand, path: '/insights/proof', component: lazyRouteComponent(() => import('./screens/insights/proof/proof.tsx')),
});

const reports = createRoute({
  getParentRoute: () => brand, path: '/insights/settings', component: lazyRouteComponent(() => import('./screens/insights/reports/reports.tsx')),
});

const settings = createRoute({
  getParentRoute: () => brand, path: '/settings', component: lazyRouteComponent(() => import('./screens/settings/brand.tsx')),
});
const members = createRoute({
  getParentRoute: () => brand, path: '/settings/members', component: lazyRouteComponent(() => import('./screens/settings/members.tsx')),
});
const keys = createRoute({
  getParentRoute: () => brand, path: '/settings/api-keys', component: lazyRouteComponent(() => import('./screens/settings/api-keys.tsx')),
});
const stageRules = createRoute({
  getParentRoute: () => brand, path: '/settings/stages', component: lazyRouteComponent(() => import('./screens/settings/stages.tsx')),
});
const consentTexts = createRoute({
  getParentRoute: () => brand, path: '/settings/consent', component: lazyRouteComponent(() => import('./screens/settings/consent-texts.tsx')),
});
const auditLog = createRoute({
  getParentRoute: () => brand, path: '/settings/audit', validateSearch: searchOf({ of: word, action: word }),
  component: lazyRouteComponent(() => import('./screens/settings/audit.tsx')),
});

const tree = root.addChildren([
  start, signIn, forgot, setPassword, setup, account,
  brand.addChildren([
    home, contacts, importContacts, tags, requests, contact, segments, newSegment, importSegment, segment, editSegment, recruitment, channels, links, costs, mapping,
    articles, newArticle, article, articlePool, contentCalendar, articleApprovals, wechatDrafts, contentSettings,
    pushes, newPush, comparePushes, push, editPush, experiments, experiment, setUpExperiment, menu, replies,
    orders, order, afterSales, afterSale, invoices, products, newProduct, product, stock, storefronts, storefront, drop, coupons, gifts, miniPrograms, payments, bills, resaleWatch, storeReports, storeReport,
    acquisition, engagement, content, sideBySide, opportunities, planner, segmentValue, benchmarks, proof, reports, accounts, connect, officialAccount, settings, members, stageRules, consentTexts, keys, auditLog, status,
  ]),
]);

export const createConsoleRouter = (queryClient: QueryClient) =>
  createRouter({ routeTree: tree, context: { queryClient }, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
