import { listAllBrands } from '@qingniao/access';
import type { Secrets, Text } from '@qingniao/kernel';
import { type Database, pendingMigrations, readMigrations } from '@qingniao/storage';
import { type LogBreak, type VerifiedDrop, verifyDropLogs } from '@qingniao/store';
import { migrationsDir } from '../open-database.ts';
import { bad, good, type Finding } from './finding.ts';

/** The sealed logs of all drops people queued for, each read from its first line. */
export async function lookAtDrops(database: Database, secrets: Secrets | null): Promise<Finding[]> {
  // Of an older version there may be no such tables yet.
  if (!secrets || (await pendingMigrations(database, readMigrations(migrationsDir))).length > 0) return [];
  const findings: Finding[] = [];
  for (const { id, name } of await listAllBrands(database)) {
    const drops = await verifyDropLogs(database.forBrand(id), secrets);
    if (drops.length > 0) findings.push(...ofDrops(`${name} / drops`, drops));
  }
  return findings;
}

/** A line for each log that breaks, or one for all of them. */
export function ofDrops(area: string, drops: readonly VerifiedDrop[]): Finding[] {
  const broken = drops.flatMap(({ drop, opensAt, report: { firstBreak } }) => {
    if (!firstBreak) return [];
    const when = opensAt ? `${opensAt.toISOString().slice(0, 16).replace('T', ' ')} UTC` : '-';
    const { zh, en } = wordsOf(firstBreak);
    return [bad(area, `“${drop}”（${when}）的排队日志${zh}。请与备份核对，找出改动者。`, `The queue log of “${drop}” (${when}) ${en}. Compare it with a backup and find out who changed it.`)];
  });
  const lines = drops.reduce((sum, { report: { blocks } }) => sum + blocks, 0);
  return broken.length > 0 ? broken : [good(area, `${drops.length} 场排队日志完整（${lines} 行）`, `the queue logs of ${drops.length} are whole (${lines} lines)`)];
}

function wordsOf({ why, block, place }: LogBreak): Text {
  const [line, at] = [block ?? '-', place ?? '-'];
  const words: Record<LogBreak['why'], Text> = {
    missing: { zh: `缺第 ${line} 行`, en: `lacks line ${line}` },
    changed: { zh: `第 ${line} 行被改动，其后都不可信`, en: `was changed at line ${line}, and nothing after it can be trusted` },
    forged: { zh: `第 ${line} 行的封印不是本系统所盖`, en: `has a seal at line ${line} that this installation did not make` },
    order: { zh: `第 ${line} 行的先后不对（${at} 号）`, en: `is out of order at line ${line} (place ${at})` },
    places: { zh: `与排队名单不符，自 ${at} 号起`, en: `says something else than the list of places, from place ${at} on` },
    calls: { zh: `与叫号记录不符，自 ${at} 号起`, en: `says something else than the list of calls, from place ${at} on` },
    orders: { zh: `与订单不符，自 ${at} 号起`, en: `says something else than the orders, from place ${at} on` },
  };
  return words[why];
}
