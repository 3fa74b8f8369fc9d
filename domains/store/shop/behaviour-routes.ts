import { type Appender, type EventType, type Json, type NewEvent } from '@qingniao/activity';
import { now } from '@qingniao/kernel';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { type Static, Type } from 'typebox';
import { MOST_UNITS } from '../cart/cart.ts';
import { exact, Id, Placement } from '../routes/fields.ts';
import { type EnterDeps, enteredType } from './enter.ts';
import { createPersonLimit } from './person-limit.ts';
import { SIGNED_IN_FOR, type Shopper } from './shoppers.ts';
import { signedIn, tags } from './signed-in.ts';

/** Nobody's finger is faster for long. */
const PER_MINUTE = 300;
const MOST_AT_ONCE = 50;

const of = <Kind extends string>(kind: Kind) => ({
  kind: Type.Literal(kind),
  id: Type.String({ minLength: 8, maxLength: 64, description: 'Made by the client; the same id is the same event, however often it is sent' }),
  agoMs: Type.Integer({ minimum: 0, maximum: SIGNED_IN_FOR, description: 'How long before sending it happened: phones’ clocks are wrong' }),
});
const page = Type.String({ pattern: '^[A-Za-z0-9_./-]{1,100}$', description: 'Its path, without parameters' });
const Behaviour = Type.Union([
  Type.Object({ ...of('entered') }, { ...exact, description: 'Came back with a pass that is still good; signing in says so by itself' }),
  Type.Object({ ...of('page_viewed'), page, storefrontId: Type.Optional(Id) }, exact),
  Type.Object({ ...of('product_viewed'), productId: Id, storefrontId: Id }, exact),
  Type.Object({ ...of('cart_added'), productId: Id, skuId: Id, storefrontId: Id, quantity: Type.Integer({ minimum: 1, maximum: MOST_UNITS }) }, exact),
  Type.Object({ ...of('checkout_begun'), storefrontId: Id }, exact),
  Type.Object({ ...of('shared'), page, productId: Type.Optional(Id), storefrontId: Type.Optional(Id) }, exact),
]);
const Batch = Type.Object({
  scene: Type.Optional(Type.Integer({ minimum: 1000, maximum: 9999, description: 'Of the launch these belong to' })),
  source: Type.Optional(Placement),
  events: Type.Array(Behaviour, { minItems: 1, maxItems: MOST_AT_ONCE }),
}, exact);
type Kind = Static<typeof Behaviour>['kind'];

const types: Record<Exclude<Kind, 'entered'>, EventType> = {
  page_viewed: 'shop.page_viewed', product_viewed: 'shop.product_viewed', cart_added: 'shop.cart_added', checkout_begun: 'shop.checkout_begun', shared: 'shop.shared',
};

/** What shoppers do before they order, on their timelines: what is shown to be missing in a funnel is somebody. */
export const behaviourRoutes: FastifyPluginAsyncTypebox<{ appender: Appender; enter: EnterDeps }> = async (app, { appender, enter: { miniPrograms } }) => {
  const limit = createPersonLimit(PER_MINUTE);
  app.post('/events', {
    config: signedIn,
    schema: {
      tags, summary: 'What a shopper did, in batches', operationId: 'shopEvents',
      description: 'A batch may be sent again until it is answered: each event counts once, by its id.',
      body: Batch, response: { 200: Type.Object({ stored: Type.Integer(), known: Type.Integer({ description: 'Sent before' }) }) },
    },
  }, async (request) => {
    const { shopper, body } = request;
    limit(`${shopper.brandId} ${shopper.identityId}`, body.events.length);
    const isMiniProgram = (await miniPrograms.clientOf(shopper.brandId, shopper.assetId)) !== null;
    const { ids } = await appender.append(shopper.brandId, body.events.map((one) => behaviourEvent(shopper, isMiniProgram, body, one)));
    const stored = ids.filter((id) => id !== null).length;
    return { stored, known: ids.length - stored };
  });
};

function behaviourEvent({ identityId, assetId }: Shopper, isMiniProgram: boolean, { scene, source }: Static<typeof Batch>, behaviour: Static<typeof Behaviour>): NewEvent {
  const { kind, id, agoMs, ...rest } = behaviour;
  const { storefrontId, productId, skuId, ...plain }: { storefrontId?: string; productId?: string; skuId?: string; page?: string; quantity?: number } = rest;
  const props: Record<string, Json | undefined> = {
    ...source, scene, channel: isMiniProgram ? 'mini_program' : 'h5', storefront_id: storefrontId, product_id: productId, sku_id: skuId, ...plain,
  };
  return {
    type: kind === 'entered' ? enteredType(isMiniProgram) : types[kind], at: new Date(now() - agoMs), assetId, who: identityId, dedupKey: `behaviour ${identityId} ${id}`,
    props: Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as Record<string, Json>,
  };
}
