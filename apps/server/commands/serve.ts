import { hasUsers, setupCode } from '@qingniao/access';
import { readSettings } from '../settings.ts';
import { stopRequested } from '../signals.ts';
import { logOf, openProduct, type Product } from '../wire.ts';

/** `qingniao serve`: the product, until it is told to stop. */
export async function serve(): Promise<void> {
  const settings = readSettings();
  const stop = stopRequested();
  const product = await openProduct(settings, logOf(settings));
  await sayHello(product);
  await stop;
  console.log('正在停止… Stopping…');
  await product.stopping.run();
}

async function sayHello({ baseUrl, secrets, stores }: Product): Promise<void> {
  console.log(`青鸟已启动 Qingniao is running: ${baseUrl()}`);
  if (!(await hasUsers(stores.database.system))) {
    console.log(`首次使用，请设置负责人 First run, name the owner: ${baseUrl()}/setup#${setupCode(secrets)}`);
  }
}
