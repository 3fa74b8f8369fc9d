/** What openapi/rid/get can look up of a failed call. The newest few thousand are kept. */
export interface RidRecord {
  appid: string;
  at: number;
  cost: number;
  url: string;
  request: string;
  response: string;
  clientIp: string;
}
export interface Rids {
  get(rid: string): RidRecord | undefined;
  put(rid: string, record: RidRecord): void;
}

const KEPT = 2000;

export function createRids(): Rids {
  const records = new Map<string, RidRecord>();
  return {
    get: (rid) => records.get(rid),
    put(rid, record) {
      records.set(rid, record);
      if (records.size > KEPT) records.delete(records.keys().next().value!);
    },
  };
}
