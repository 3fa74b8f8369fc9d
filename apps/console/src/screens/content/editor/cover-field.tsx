import { Button, Upload } from 'antd';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { messageOf } from '../../../api/problem.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import css from '../content.module.css';
import { Cover } from '../cover.tsx';
import { base64Of } from './upload-picture.ts';

export function CoverField({ value = null, onChange }: { value?: string | null; onChange?: (id: string | null) => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ wrong: boolean; text: string } | null>(null);
  const choose = async (file: File) => {
    setBusy(true);
    try {
      const { id, width, height } = await ask(api.POST('/api/brands/{brandId}/content/covers', { params: { path: { brandId: brand.id } }, body: { data: await base64Of(file) } }));
      setSaid({ wrong: false, text: t('content.coverSize', { width, height }) });
      onChange?.(id);
    } catch (error) {
      setSaid({ wrong: true, text: messageOf(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={css.coverField}>
      <Cover id={value} />
      <div>
        <div className={css.actions}>
          <Upload accept="image/jpeg,image/png" showUploadList={false} beforeUpload={(file) => { void choose(file); return false; }}>
            <Button loading={busy}>{t('content.chooseCover')}</Button>
          </Upload>
          {value !== null && <Button type="link" onClick={() => onChange?.(null)}>{t('action.remove')}</Button>}
        </div>
        {said && <p className={said.wrong ? css.bad : 'caption'} role={said.wrong ? 'alert' : undefined}>{said.text}</p>}
        <p className="caption">{t('content.coverHelp')}</p>
      </div>
    </div>
  );
}
