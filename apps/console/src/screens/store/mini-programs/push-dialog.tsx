import { Modal } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.ts';
import { Copyable } from '../../../components/copyable.tsx';
import { LineBones, Loaded } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { storeKey, type MiniProgram } from '../queries.ts';
import css from '../store.module.css';

/** What is pasted at WeChat so that it tells of receipts and settlements. */
export function PushDialog({ program, onClose }: { program: MiniProgram; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const settings = useQuery({
    queryKey: [...storeKey(brand.id), 'push-settings', program.id], gcTime: 0, staleTime: Infinity,
    queryFn: () => ask(api.POST('/api/brands/{brandId}/store/mini-programs/{miniProgramId}/push-settings', { params: { path: { brandId: brand.id, miniProgramId: program.id } } })),
  });
  return (
    <Modal open title={t('service.pushTitle')} footer={null} onCancel={onClose}>
      <p className="caption" style={{ marginBottom: 16 }}>{t('service.pushHelp')}</p>
      <Loaded query={settings} bones={<LineBones count={3} />}>
        {(data) => (
          <dl className={css.facts}>
            <dt>{t('service.pushUrl')}</dt><dd><Copyable text={data.url} /></dd>
            <dt>Token</dt><dd><Copyable text={data.token} /></dd>
            <dt>EncodingAESKey</dt><dd><Copyable text={data.aesKey} /></dd>
          </dl>
        )}
      </Loaded>
    </Modal>
  );
}
