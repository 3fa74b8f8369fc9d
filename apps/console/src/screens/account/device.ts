import type { Text } from '../../shell/text.ts';

const first = (agent: string, names: readonly [pattern: RegExp, name: string][]) => names.find(([pattern]) => pattern.test(agent))?.[1];

/** A browser's self-description as people would say it: `Chrome, macOS`. */
export function deviceOf(agent: string): Text {
  const browser = first(agent, [[/MicroMessenger/, 'WeChat'], [/Edg\//, 'Edge'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari']]);
  const system = first(agent, [[/iPhone|iPad/, 'iOS'], [/Android/, 'Android'], [/Mac OS X/, 'macOS'], [/Windows/, 'Windows'], [/Linux/, 'Linux']]);
  const known = [browser, system].filter((one) => one !== undefined);
  return known.length === 0 ? { zh: '其他程序', en: 'Another program' } : { zh: known.join('，'), en: known.join(', ') };
}
