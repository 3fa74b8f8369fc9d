import { badRequest, conflict, nowDate } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';

/** `MP_verify_` and letters or digits, as WeChat names it. */
const NAME = /^MP_verify_[A-Za-z0-9]{1,64}\.txt$/;

/** Keeps the file WeChat asks for when a domain is authorised. @throws Problem bad_verify_file (422), verify_file_taken (409) */
export async function saveDomainFile(tx: Tx, brandId: number, name: string, content: string): Promise<void> {
  if (!NAME.test(name) || !/^[A-Za-z0-9]{1,128}\s*$/.test(content))
    throw badRequest(
      'bad_verify_file',
      { zh: '请原样上传微信提供的 MP_verify_….txt 文件。', en: 'Upload the MP_verify_….txt file exactly as WeChat gave it.' },
      { field: 'name' },
    );
  // Names are unique in the installation: every file is served at the root. Another brand's file is not replaced.
  const kept = await tx.query(
    `insert into domain_file (brand_id, name, content, created_at) values ($1, $2, $3, $4) on conflict do nothing returning name`,
    [brandId, name, content.trim(), nowDate()],
  );
  if (kept.length > 0) return;
  const replaced = await tx.query('update domain_file set content = $3 where brand_id = $1 and name = $2 returning name', [brandId, name, content.trim()]);
  if (replaced.length === 0)
    throw conflict('verify_file_taken', { zh: '该文件名已被占用，请在微信后台重新下载校验文件。', en: 'A file of this name is here already; download a new one from WeChat.' }, { field: 'name' });
}
