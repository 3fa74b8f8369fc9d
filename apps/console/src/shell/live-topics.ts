/** Which screens an event touches: the second part of their query keys, `['brand', id, topic, …]`. */
export function topicsOf(types: readonly string[]): Set<string> {
  const topics = new Set(['home', 'timeline', 'status']);
  for (const type of types) {
    const subject = type.split('.')[0]!;
    if (['follow', 'unfollow', 'qr', 'contact', 'tag', 'consent', 'privacy', 'link'].includes(subject)) {
      for (const topic of ['contacts', 'matrix', 'recruitment', 'tags']) topics.add(topic);
    }
    if (subject === 'push') topics.add('pushes');
    if (['order', 'after_sale', 'invoice', 'gift', 'drop'].includes(subject)) topics.add('store');
    if (subject === 'account') topics.add('accounts');
  }
  return topics;
}
