import { describe, expect, it } from 'vitest';
import * as f from './format.ts';

const plain = (text: string) => text.replaceAll('\u202F', ' ').replaceAll('\u2212', '-');

describe('numbers', () => {
  it('writes shares with one decimal and small rates with two', () => {
    expect(plain(f.share(0.364))).toBe('36.4 %');
    expect(plain(f.smallRate(0.0099))).toBe('0.99 %');
    expect(plain(f.share(1))).toBe('100.0 %');
  });

  it('turns to 万 at ten thousand and to 亿 where 万 would round to it', () => {
    expect(f.bigCount(9_999, 'zh')).toBe('9,999');
    expect(plain(f.bigCount(10_000, 'zh'))).toBe('1.0 万');
    expect(plain(f.bigCount(686_940, 'zh'))).toBe('68.7 万');
    expect(plain(f.bigCount(99_994_999, 'zh'))).toBe('9,999.5 万');
    expect(plain(f.bigCount(99_995_000, 'zh'))).toBe('1.00 亿');
    expect(f.bigCount(686_940, 'en')).toBe('686,940');
  });

  it('writes money from fen, with fen only where there are some', () => {
    expect(f.money(68_694_000)).toBe('¥686,940');
    expect(f.money(68_694_050)).toBe('¥686,940.50');
    expect(plain(f.money(-3_000))).toBe('-¥30');
  });

  it('gives every change its sign and unit, and nothing a signed zero', () => {
    expect(plain(f.points(0.031))).toBe('+3.1 pt');
    expect(plain(f.points(-0.0004))).toBe('0.0 pt');
    expect(plain(f.change(10.2 / 8.92 - 1))).toBe('+14.35 %');
    expect(plain(f.change(-0.1221))).toBe('-12.21 %');
    expect(plain(f.difference(-1200))).toBe('-1,200');
    expect(f.difference(0)).toBe('0');
  });

  it('scales bytes', () => {
    expect(plain(f.bytes(999))).toBe('999 B');
    expect(plain(f.bytes(1_500_000))).toBe('1.5 MB');
  });
});

describe('times', () => {
  it('speaks the brand\'s zone, whatever the browser\'s', () => {
    const lateEvening = '2020-11-02T16:30:00Z';
    expect(f.isoDay(lateEvening)).toBe('2020-11-03');
    expect(f.clock(lateEvening)).toBe('00:30');
    expect(f.dateTime(lateEvening, 'zh')).toBe('2020年11月3日 00:30');
    expect(f.dateTime(lateEvening, 'en')).toBe('3 Nov 2020, 00:30');
  });

  it('says how long ago up to a month, then the date', () => {
    const now = Date.parse('2020-11-30T00:00:00Z');
    expect(f.ago(now - 59_000, now, 'en')).toBe('now');
    expect(f.ago(now - 60_000, now, 'en')).toBe('1 minute ago');
    expect(f.ago(now - 29 * 86_400_000, now, 'zh')).toBe('29天前');
    expect(f.ago(now - 31 * 86_400_000, now, 'zh')).toBe('2020年10月30日');
  });
});
