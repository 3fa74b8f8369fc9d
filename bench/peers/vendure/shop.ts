import { type Agent, request } from 'node:http';
import type { DropShop } from '../../drop-drive.ts';
import type { PreparedPeer } from './server.ts';

/** Asked for by a storefront that shows no more than this. */
const ADD = `mutation($variant: ID!) { addItemToOrder(productVariantId: $variant, quantity: 1) { __typename ... on Order { id code } ... on ErrorResult { errorCode message } } }`;
const MOVE = `mutation($to: String!) { transitionOrderToState(state: $to) { __typename ... on Order { state } ... on ErrorResult { errorCode message } } }`;
const PAY = `mutation { addPaymentToOrder(input: { method: "pay", metadata: {} }) { __typename ... on Order { state } ... on ErrorResult { errorCode message } } }`;

type Answer = { __typename: string; id: string; code: string; state: string; errorCode?: string; message?: string };

/** Vendure's shop API: the units are asked for with the line and again when payment begins; null: it has not as many. */
export function vendureShop({ port, variantId, tokens }: PreparedPeer, agent: Agent): DropShop {
  async function ask(buyer: number, query: string, variables: object = {}): Promise<Answer> {
    const body = JSON.stringify({ query, variables });
    const { data, errors } = await new Promise<{ data?: Record<string, Answer> | null; errors?: { message: string }[] }>((resolve, reject) => {
      const headers = { authorization: `Bearer ${tokens[buyer]}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const sending = request({ host: '127.0.0.1', port, path: '/shop-api', method: 'POST', agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.once('end', () => resolve(JSON.parse(text) as never)).once('error', reject);
      });
      sending.once('error', reject).end(body);
    });
    const [answer] = Object.values(data ?? {});
    if (errors || !answer) throw new Error(`Vendure: ${errors?.[0]?.message}`);
    return answer;
  }
  const must = (answer: Answer, state: string) => {
    if (answer.state !== state) throw new Error(`Vendure: ${answer.errorCode ?? answer.state} ${answer.message ?? ''}`);
  };
  return {
    async order(buyer) {
      const added = await ask(buyer, ADD, { variant: variantId });
      if (added.errorCode === 'INSUFFICIENT_STOCK_ERROR') return null;
      if (added.errorCode !== undefined) throw new Error(`Vendure: ${added.errorCode} ${added.message}`);
      const arranged = await ask(buyer, MOVE, { to: 'ArrangingPayment' });
      // Gone between the two.
      if (arranged.errorCode === 'ORDER_STATE_TRANSITION_ERROR') return null;
      must(arranged, 'ArrangingPayment');
      return { id: added.id, number: added.code };
    },
    pay: async (buyer) => must(await ask(buyer, PAY), 'PaymentSettled'),
    abandon: async (buyer) => must(await ask(buyer, MOVE, { to: 'Cancelled' }), 'Cancelled'),
  };
}
