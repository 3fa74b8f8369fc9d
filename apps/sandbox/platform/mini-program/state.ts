/** A short-lived code of the client for the brand's server: five minutes, once (mini-program 1.1, 1.2). */
export interface ClientCode {
  openid: string;
  expiresAt: number;
  used: boolean;
}
export interface PhoneNumber {
  countryCode: string;
  /** Without the country. */
  number: string;
}

export type LinkKind = 'code' | 'square' | 'unlimited' | 'scheme' | 'urlLink' | 'shortLink';

/** A code or link that leads to a page. */
export interface Link {
  id: string;
  kind: LinkKind;
  /** What a person has in hand: the link itself; of a code, what its picture says. */
  text: string;
  path: string;
  query: string;
  env: string;
  createdAt: number;
  /** Null: for ever. */
  expiresAt: number | null;
  opened: number;
}

export interface SeenPage {
  path: string;
  seconds: number;
  shares: number;
}
/** One time in the foreground. */
export interface Visit {
  id: string;
  person: number;
  at: number;
  scene: number;
  pages: SeenPage[];
}

/** What the platform keeps of a mini program beside what every account has. */
export interface MiniProgram {
  logins: Map<string, ClientCode>;
  phoneCodes: Map<string, ClientCode & { phone: PhoneNumber }>;
  /** By openid. Every login makes a new one, which is the harshest reading of "may rotate". */
  sessions: Map<string, { key: string; minute: number; inMinute: number }>;
  /** openid → when they last logged in or opened it. */
  seen: Map<string, number>;
  /** Users the platform thinks dangerous: 40226. */
  blocked: Set<string>;
  links: Map<string, Link>;
  /** Scheme, URL Link or short link → id. */
  linkByText: Map<string, string>;
  /** Codes of the hundred thousand, and permanent short links. */
  limitedCodes: number;
  permanentShortLinks: number;
  /** Schemes and URL Links made in this day and second; people brought by them today. */
  made: { day: number; inDay: number; second: number; inSecond: number; visitDay: number; visits: number };
  /** By Beijing day. */
  visits: Map<number, Visit[]>;
  visitById: Map<string, Visit>;
  /** Person index → day of the first visit. */
  firstVisit: Map<number, number>;
  /** Paths of cards that KOLs show; absent in a state from before. */
  shownCards?: string[];
  /** Whoever has shipped once is reminded of what waits. */
  everShipped: boolean;
}

export const newMiniProgram = (): MiniProgram => ({
  logins: new Map(),
  phoneCodes: new Map(),
  sessions: new Map(),
  seen: new Map(),
  blocked: new Set(),
  links: new Map(),
  linkByText: new Map(),
  limitedCodes: 0,
  permanentShortLinks: 0,
  made: { day: 0, inDay: 0, second: 0, inSecond: 0, visitDay: 0, visits: 0 },
  visits: new Map(),
  visitById: new Map(),
  firstVisit: new Map(),
  everShipped: false,
});
