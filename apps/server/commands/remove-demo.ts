import { listAllBrands } from '@qingniao/access';
import { rmSync } from 'node:fs';
import { demoFolder } from '../demo/demo-state.ts';
import { requireInstallation, requireStopped } from '../open-database.ts';
import { openHistory, type History } from '../open-history.ts';
import { removeBrand } from '../remove-brand.ts';
import { readSettings } from '../settings.ts';
import { commandLog, confirm, grouped } from './terminal.ts';

/** `qingniao remove-demo`: every demo brand with all it has in both stores, and the sandbox's world; the rest is untouched. */
export async function removeDemo({ yes }: { yes: boolean }): Promise<void> {
  const settings = readSettings();
  requireInstallation(settings);
  await requireStopped(settings);
  const history = await openHistory(settings, commandLog(settings));
  try {
    await removeDemoBrands(history, yes);
  } finally {
    await history.stopping.run();
  }
  rmSync(demoFolder(settings.dataDir), { recursive: true, force: true });
}

async function removeDemoBrands({ stores, projections, forwarders }: History, yes: boolean): Promise<void> {
  const { database, warehouse } = stores;
  const brands = (await listAllBrands(database)).filter(({ demo }) => demo);
  if (brands.length === 0) return console.log('没有演示品牌。 There is no demo brand.');
  for (const { id, name } of brands) console.log(`演示品牌 Demo brand ${id}: ${name}`);
  if (!yes) await confirm('将永久删除以上品牌的全部数据。输入 remove 确认。 All data of these brands goes for good. Type remove to confirm.', 'remove');
  // What is still on its way into the warehouse would arrive after the removal.
  await projections.drain();
  await forwarders.drain();
  for (const { id, name } of brands) {
    const removed = await removeBrand(database, warehouse, id);
    const rows = grouped(Object.values(removed).reduce((sum, count) => sum + count, 0));
    console.log(`已移除 ${name}：${rows} 行。 ${name} is removed: ${rows} rows.`);
  }
}
