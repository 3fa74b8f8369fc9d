import type { LogBreak, VerifiedDrop } from '@qingniao/store';
import { expect, it } from 'vitest';
import { ofDrops } from './drops.ts';

const drop = (firstBreak: LogBreak | null): VerifiedDrop => ({
  drop: '首发', opensAt: new Date('2026-11-20T12:00:00Z'), report: { blocks: 40, hash: '', arrivals: 9, called: 9, ordered: 5, refused: 4, withoutPlace: 0, firstBreak },
});

it('logs that are whole are one line; each that is broken names its drop, the line and what to do', () => {
  expect(ofDrops('青鸟 / drops', [drop(null), drop(null)])).toMatchObject([{ state: 'good', en: 'the queue logs of 2 are whole (80 lines)' }]);
  expect(ofDrops('青鸟 / drops', [drop(null), drop({ why: 'changed', block: 17, place: null }), drop({ why: 'orders', block: null, place: 3 })])).toEqual([
    { area: '青鸟 / drops', state: 'bad', zh: '“首发”（2026-11-20 12:00 UTC）的排队日志第 17 行被改动，其后都不可信。请与备份核对，找出改动者。', en: 'The queue log of “首发” (2026-11-20 12:00 UTC) was changed at line 17, and nothing after it can be trusted. Compare it with a backup and find out who changed it.' },
    expect.objectContaining({ state: 'bad', en: expect.stringContaining('the orders, from place 3 on') }),
  ]);
});
