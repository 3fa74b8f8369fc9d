/** What events say besides their type: which properties to offer, and how their values are chosen. */
export interface KnownProperty {
  key: 'channel_kind' | 'channel_id' | 'menu_category' | 'menu_key' | 'url' | 'page' | 'placement' | 'link_id' | 'push_id' | 'tag' | 'content' | 'article_idx' | 'amount' | 'scene' | 'asset_id';
  /** Event types that have it; null: all. */
  types: readonly string[] | null;
  /** A list to choose from, words, a number, or money: fen in the rule, yuan to people. */
  value: 'choice' | 'text' | 'number' | 'money';
}

export const properties: readonly KnownProperty[] = [
  { key: 'channel_kind', types: ['follow', 'qr.scanned'], value: 'choice' },
  { key: 'channel_id', types: ['follow', 'qr.scanned'], value: 'choice' },
  { key: 'scene', types: ['follow', 'qr.scanned'], value: 'text' },
  { key: 'menu_category', types: ['menu.click', 'menu.view', 'menu.mini_program'], value: 'choice' },
  { key: 'menu_key', types: ['menu.click'], value: 'choice' },
  { key: 'url', types: ['menu.view'], value: 'choice' },
  { key: 'page', types: ['menu.mini_program'], value: 'choice' },
  { key: 'placement', types: ['link.clicked'], value: 'choice' },
  { key: 'link_id', types: ['link.clicked'], value: 'choice' },
  { key: 'push_id', types: ['link.clicked', 'push.targeted', 'article.commented'], value: 'choice' },
  { key: 'article_idx', types: ['article.commented', 'message.text'], value: 'number' },
  { key: 'content', types: ['message.text'], value: 'text' },
  { key: 'tag', types: ['tag.added', 'tag.removed'], value: 'choice' },
  { key: 'amount', types: ['card.paid', 'gift_card.paid', 'shop.order_paid_legacy'], value: 'money' },
  { key: 'asset_id', types: null, value: 'choice' },
];

/** Those that every one of the chosen events may have. */
export const propertiesOf = (types: readonly string[]): KnownProperty[] =>
  properties.filter((one) => one.types === null || (types.length > 0 && types.every((type) => one.types!.includes(type))));

export const propertyOf = (key: string): KnownProperty | undefined => properties.find((one) => one.key === key);

/** Events that people mean by one word, offered together. */
export const bundles = {
  anyScan: ['qr.scanned', 'follow'],
  anyMenu: ['menu.click', 'menu.view', 'menu.mini_program'],
  anyMessage: ['message.text', 'message.image', 'message.voice', 'message.video', 'message.short_video', 'message.location', 'message.link'],
} as const satisfies Record<string, readonly string[]>;

export type Bundle = keyof typeof bundles;
