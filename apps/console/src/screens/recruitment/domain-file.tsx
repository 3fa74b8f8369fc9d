import { App, Button, Upload } from 'antd';
import { api, ask } from '../../api/client.ts';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';

/** WeChat asks for its `MP_verify_*.txt` at the root of the domain before links may identify who clicks. */
export function DomainFile() {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const attempt = useTelling();
  if (!brand.can('accounts:write')) return null;
  const save = (file: File) => attempt(async () => {
    await ask(api.PUT('/api/brands/{brandId}/recruitment/domain-file', {
      params: { path: { brandId: brand.id } }, body: { name: file.name, content: (await file.text()).trim() },
    }));
    void message.success(t('recruitment.domainFileSaved', { name: file.name }));
  });
  return (
    <Upload accept=".txt" showUploadList={false} beforeUpload={(file) => { void save(file); return false; }}>
      <Button title={t('recruitment.domainFileAdvice')}>{t('recruitment.domainFile')}</Button>
    </Upload>
  );
}
