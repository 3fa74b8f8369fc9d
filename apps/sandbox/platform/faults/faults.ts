/** A switch that makes the next calls go wrong (contract 23.2). */
export interface Fault {
  /** Exact path, or a beginning that ends in `*`. */
  path: string;
  /** Only calls of this account, or of this merchant; any when absent. */
  appid?: string;
  mchid?: string;
  /** How many calls are left to spoil. */
  times: number;
  /** Answer this errcode instead. */
  errcode?: number;
  /** Wait before doing anything (milliseconds of the machine). */
  delayMs?: number;
  /** Never answer: the connection stays open until the caller gives up. */
  hang?: boolean;
  /** HTTP status in place of 200: with an empty body, from Pay with an error body. */
  status?: number;
  /** Pay: the code of the error body. */
  code?: string;
  /** Pay: the answer is right, its signature is not. */
  badSignature?: boolean;
  /** The work is done before it fails with its status, so the caller cannot know. */
  after?: boolean;
}

export interface Faults {
  list(): readonly Fault[];
  add(fault: Fault): void;
  clear(): void;
  /** The fault this call runs into, counted down. */
  take(path: string, caller: string | null): Fault | null;
}

const matches = (fault: Fault, path: string, caller: string | null): boolean =>
  (fault.appid ?? fault.mchid ?? caller) === caller &&
  (fault.path.endsWith('*') ? path.startsWith(fault.path.slice(0, -1)) : fault.path === path);

export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    list: () => faults,
    add: (fault) => void faults.push({ ...fault }),
    clear: () => void (faults = []),
    take(path, caller) {
      if (faults.length === 0) return null;
      const fault = faults.find((candidate) => matches(candidate, path, caller));
      if (!fault) return null;
      fault.times--;
      if (fault.times <= 0) faults = faults.filter((candidate) => candidate !== fault);
      return fault;
    },
  };
}
