import { now, type Text } from '@qingniao/kernel';

/** Seconds after it went out a push may be judged: those who leave do so within two days (W-10), and most who read have read in three. */
export const TWO_DAYS = 48 * 3600;
export const THREE_DAYS = 72 * 3600;

/** Instants in epoch seconds at which pushes went out. */
const young = (starts: readonly number[], age: number): number => starts.filter((start) => start > now() / 1000 - age).length;

export function youngText(starts: readonly number[], age: number): Text | null {
  const pushes = young(starts, age);
  const hours = age / 3600;
  return pushes === 0 ? null : {
    zh: `${pushes} 次群发发出还不到 ${hours} 小时，数字仍会变化。`,
    en: `${pushes === 1 ? 'One push went' : `${pushes} pushes went`} out less than ${hours} hours ago; this figure will still change.`,
  };
}

/** One young push among many changes little: a figure is judged while four in five of its pushes are old enough. */
export const tooYoung = (starts: readonly number[], age: number): boolean => young(starts, age) * 5 > starts.length;
