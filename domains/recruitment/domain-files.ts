import { badRequest, nowDate } from '@qingniao/kernel';
import type { Tx } from '@qingniao/storage';

/** `MP_verify_` and letters or digits, as WeChat names it. */
const NAME = /^MP_verify_[A-Za-z0-9]{1,64}\.txt$/;

/** Keeps the file WeChat asks for when a domain is authorised. @throws Problem bad_verify_file (422) */
export async function saveDomainFile(tx: Tx, brandId: number, name: string, content: string): Promise<void> {
  if (!NAME.test(name) || !/^[A-Za-z0-9]{1,128}\s*$/.test(content))
    throw badRequest(
      'bad_verify_file',
      { zh: '请原样上传微信提供的 MP_verify_….txt 文件。', en: 'Upload the MP_verify_….txt file exactly as WeChat gave it.' },
      { field: 'name' },
    );
  await tx.query(
    `insert into domain_file (brand_id, name, content, created_at) values ($1, $2, $3, $4)
     on conflict (brand_id, name) do update set content = excluded.content`,
    [brandId, name, content.trim(), nowDate()],
  );
}
