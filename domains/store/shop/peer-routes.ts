import { oneOf } from '@qingniao/access';
import { now } from '@qingniao/kernel';
import { consentState } from '@qingniao/people';
import type { BrandDatabase, Database } from '@qingniao/storage';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { peersSql, type Trait, traitsOf, traitWords } from '../reports/peers.ts';
import { StorefrontParams } from '../routes/fields.ts';
import { contactOf } from './about-me.ts';
import type { BestSellerDeps } from './best-seller-routes.ts';
import { createRemembered } from './remembered.ts';
import { isPreview } from './shoppers.ts';
import { signedIn, tags } from './signed-in.ts';
import { visibleShelf } from './visible-shelf.ts';

const DAYS = 90;
const MOST = 6;
/** Counted of everybody at once, and seldom: who takes their consent back is shown nothing at once, and counted for no longer than `AT_MOST`. */
const FRESH = 600_000;
const AT_MOST = 3_600_000;

interface Chosen extends Trait, Record<string, unknown> {
  productId: string;
  people: number;
}

/** Z-12: "chosen by people like you", with the number they really were and what they have in common; for who agreed to it alone. */
export const peerRoutes: FastifyPluginAsyncTypebox<BestSellerDeps> = async (app, { database, shelves }) => {
  const remembered = createRemembered<Chosen[]>(FRESH, AT_MOST, app.log);

  app.get('/storefronts/:storefrontId/peers', {
    config: signedIn,
    schema: {
      tags, summary: 'What people like oneself kept here in 90 days, of what is on sale', operationId: 'shopPeers', params: StorefrontParams,
      description: 'Alike is who told the same of their taste, then who is at the same stage. Empty without consent to personalisation (`profiling`).',
      response: {
        200: Type.Object({
          consent: oneOf(['given', 'withdrawn', 'none']), days: Type.Integer(),
          empty: Type.Optional(Type.Literal(true, { description: 'Nothing could be shown to anybody here yet' })),
          items: Type.Array(Type.Object({ productId: Type.String(), people: Type.Integer(), alike: Type.String({ description: 'What they have in common' }) })),
        }),
      },
    },
  }, async ({ brand, shopper, params: { storefrontId }, language }) => {
    const { products } = await visibleShelf(shelves, shopper, storefrontId);
    const nothing = (consent: 'given' | 'withdrawn' | 'none', empty?: true) => ({ consent, days: DAYS, items: [], ...(empty && { empty }) });
    if (isPreview(shopper)) return nothing('withdrawn');
    const { brandId } = shopper;
    const contactId = await contactOf(brand, shopper);
    const consent = await consentState(brand, brandId, contactId, 'profiling');
    if (consent === 'withdrawn') return nothing(consent);
    const counting = remembered(`${brandId} ${storefrontId}`, () => countPeers(database, brandId, storefrontId));
    // Who never answered is asked only where an answer would show something.
    if (consent === 'none') return nothing(consent, (await counting).some(({ productId, ...trait }) => products.has(productId) && traitWords(trait)) ? undefined : true);
    const [chosen, { traits, has }] = await Promise.all([counting, ownOf(brand, brandId, contactId)]);
    const found = chosen.flatMap(({ productId, people, field, value }) => {
      const words = products.has(productId) && !has.has(productId) && traits.some((own) => own.field === field && own.value === value) ? traitWords({ field, value }) : null;
      return words ? [{ productId, people, alike: words[language], ofStage: words.ofStage }] : [];
    }).sort((a, b) => Number(a.ofStage) - Number(b.ofStage) || b.people - a.people || a.productId.localeCompare(b.productId));
    const first = found.filter(({ productId }, index) => found.findIndex((one) => one.productId === productId) === index);
    return { consent, days: DAYS, items: first.slice(0, MOST).map(({ productId, people, alike }) => ({ productId, people, alike })) };
  });
};

const countPeers = (database: Database, brandId: number, storefrontId: string): Promise<Chosen[]> =>
  database.forBrand(brandId).query<Chosen>(
    `select field, value, product_id as "productId", people from (${peersSql('o.storefront_id = $2 and o.placed_at >= $3')}) as s`, [brandId, storefrontId, new Date(now() - DAYS * 86_400_000)],
  );

/** What somebody is, and what they have bought already: nobody is shown their own choice as that of others. */
async function ownOf(brand: BrandDatabase, brandId: number, contactId: number): Promise<{ traits: Trait[]; has: ReadonlySet<string> }> {
  const [traits, bought] = await Promise.all([
    brand.query<Trait & Record<string, unknown>>(`select field, value from (${traitsOf('(select $2::bigint as contact_id)')}) as t`, [brandId, contactId]),
    brand.query<{ productId: string }>(
      `select distinct l.product_id as "productId" from identity i join shop_order o on o.brand_id = i.brand_id and o.identity_id = i.id and o.state <> 'cancelled'
         join order_line l on l.brand_id = o.brand_id and l.order_id = o.id where i.brand_id = $1 and i.contact_id = $2`, [brandId, contactId],
    ),
  ]);
  return { traits, has: new Set(bought.map(({ productId }) => productId)) };
}
