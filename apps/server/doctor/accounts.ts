import { listAllBrands } from '@qingniao/access';
import { callbackUrl, createAccountClients, lastDiagnosis, listAssets, runDoctor, type Asset, type Diagnosis } from '@qingniao/accounts';
import { createLog, type Secrets } from '@qingniao/kernel';
import type { BrandDatabase, Database } from '@qingniao/storage';
import { closeWechatConnections } from '@qingniao/wechat';
import { readRunning } from '../running.ts';
import { baseUrlOf, type Settings } from '../settings.ts';
import { explainFailure } from '../start-problem.ts';
import { isRealWechat, wechatOf } from '../wechat-addresses.ts';
import { bad, good, note, type Finding } from './finding.ts';

/** Every connected official account: what its permission doctor said last, or with `now` what it says now (WeChat is called). */
export async function lookAtAccounts(database: Database, settings: Settings, secrets: Secrets | null, now: boolean): Promise<Finding[]> {
  const running = await readRunning(settings.dataDir);
  const publicUrl = () => running?.address ?? baseUrlOf(settings, settings.port);
  // What WeChat refuses stands in the findings, in words.
  const clients = now && secrets ? createAccountClients({ database, secrets, log: createLog('silent'), baseUrls: running?.wechat ?? wechatOf(settings) }) : null;
  const diagnose = async (db: BrandDatabase, { id }: Asset): Promise<Diagnosis | null> =>
    clients ? runDoctor(db, await clients.accountOf(db.brandId, id), callbackUrl({ publicUrl }, id)) : lastDiagnosis(db, db.brandId, id);
  const findings: Finding[] = [];
  for (const { id, name, demo } of await listAllBrands(database)) {
    if (now && demo && !running && isRealWechat(settings)) {
      // Its WeChat is the sandbox, which runs with the demo only; the real one is not to hear of it.
      findings.push(note(name, '演示品牌的微信是沙盒：请先启动演示再检查。', 'The WeChat of the demo brand is the sandbox: start the demo first.'));
      continue;
    }
    const db = database.forBrand(id);
    for (const asset of await listAssets(db, id)) {
      if (asset.state !== 'connected') continue;
      const area = `${name} / ${asset.name}`;
      findings.push(...await diagnose(db, asset).then((found) => ofDiagnosis(area, found), (error: unknown) => [bad(area, explainFailure(error))]));
    }
  }
  if (clients) await closeWechatConnections();
  return findings;
}

function ofDiagnosis(area: string, diagnosis: Diagnosis | null): Finding[] {
  if (!diagnosis) return [note(area, '尚未检查：加上 --accounts。', 'not examined yet: add --accounts.')];
  const wrong = diagnosis.checks.filter(({ state }) => state === 'failed' || state === 'warning');
  const at = diagnosis.at.slice(0, 16).replace('T', ' ');
  const head = diagnosis.healthy ? good(area, `正常（${at} UTC）`, `healthy (${at} UTC)`) : bad(area, `有问题（${at} UTC）`, `something is missing (${at} UTC)`);
  return [head, ...wrong.map(({ name, state, text }) => (state === 'failed' ? bad : note)(area, `${name.zh}：${text.zh}`, `${name.en}: ${text.en}`))];
}
