import { badRequest, conflict, now } from '@qingniao/kernel';
import type { Database } from '@qingniao/storage';
import { isWechatError, wechatProblem } from '@qingniao/wechat';
import type { MiniPrograms } from '../mini-programs/mini-programs.ts';
import type { Waybill } from './parcels.ts';

export interface Carrier {
  id: string;
  name: string;
}

export interface Carriers {
  /** Those most used in China first. @throws Problem no_mini_program (409), wechat_busy (503), wechat_refused (502) */
  list(brandId: number): Promise<readonly Carrier[]>;
  /** A waybill of a carrier WeChat knows. @throws as `list`, and Problem carrier, waybill (422) */
  waybill(brandId: number, carrierId: string, number: string): Promise<Waybill>;
}

/** Milliseconds; WeChat adds carriers, rarely. */
const KEPT = 86_400_000;
const often = ['SF', 'JD', 'ZTO', 'YTO', 'STO', 'YD', 'JTSD', 'EMS', 'YZPY', 'DBL'];
/** Sorting is stable: the others keep WeChat's order. */
const rank = ({ id }: Carrier): number => (often.includes(id) ? often.indexOf(id) : often.length);

/** WeChat's own list of carriers (mini-program-and-pay 10.2), the same for every brand, fetched once a day with the access of a brand that asks. */
export function createCarriers(database: Database, miniPrograms: MiniPrograms): Carriers {
  let held: { list: readonly Carrier[]; until: number } | null = null;

  async function list(brandId: number): Promise<readonly Carrier[]> {
    if (held && now() < held.until) return held.list;
    const [first] = await database.forBrand(brandId).query<{ id: string }>('select id from mini_program where brand_id = $1 order by created_at, id limit 1', [brandId]);
    const client = first && (await miniPrograms.clientOf(brandId, first.id));
    if (!client) throw conflict('no_mini_program', { zh: '接入小程序后才能取得快递公司列表。', en: 'Connect a mini program first: the list of carriers comes from WeChat.' });
    try {
      const companies = await client.shipping.companies();
      const fresh = companies.map(({ delivery_id, delivery_name }) => ({ id: delivery_id, name: delivery_name })).sort((a, b) => rank(a) - rank(b));
      held = { list: fresh, until: now() + KEPT };
      return fresh;
    } catch (error) {
      // Yesterday's list ships today's parcels.
      if (held) return held.list;
      throw isWechatError(error) ? wechatProblem(error) : error;
    }
  }

  return {
    list,
    async waybill(brandId, carrierId, number) {
      const carrier = (await list(brandId)).find(({ id }) => id === carrierId);
      if (!carrier) throw badRequest('carrier', { zh: '请从列表中选择快递公司。', en: 'Choose the carrier from the list.' }, { field: 'carrierId' });
      const plain = number.replace(/[\s-]/g, '').toUpperCase();
      if (!/^[A-Z0-9]{6,40}$/.test(plain)) throw badRequest('waybill', { zh: '运单号是 6 到 40 位字母或数字。', en: 'A waybill number is 6 to 40 letters and digits.' }, { field: 'waybill' });
      return { carrierId, carrierName: carrier.name, number: plain };
    },
  };
}
