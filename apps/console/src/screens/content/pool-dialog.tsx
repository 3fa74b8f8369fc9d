import { Modal, Select } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './content.module.css';
import { contentKey, useContentWords, type PoolArticle } from './queries.ts';

interface PoolDialogProps {
  open: boolean;
  /** Free places behind the top article. */
  slots: number;
  /** Articles the push has already. */
  taken: readonly string[];
  onTake: (articles: readonly PoolArticle[]) => void;
  onClose: () => void;
}

/** W-37: who reads decides what stands behind the top article; members are never invited to join. */
export function PoolDialog({ open, slots, taken, onTake, onClose }: PoolDialogProps) {
  const { t, language } = useWords();
  const brand = useBrand();
  const words = useContentWords();
  const [audience, setAudience] = useState('everyone');
  const filled = useQuery({
    queryKey: [...contentKey(brand.id), 'fill', audience, slots, taken],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/content/pool/fill', {
      params: { path: { brandId: brand.id }, query: { audience: audience as 'everyone', slots, ...(taken.length === 0 ? {} : { taken: taken.join(',') }) } },
    })),
    enabled: open && slots > 0,
    placeholderData: keepPreviousData,
  });
  const items = filled.data?.items ?? [];
  const audiences = [{ value: 'everyone', label: t('content.everyone') }, ...Object.entries(words?.poolAudiences ?? {}).map(([value, name]) => ({ value, label: name[language] }))];
  return (
    <Modal
      open={open}
      title={t('content.fromPool')}
      onCancel={onClose}
      okText={t('content.take', { count: items.length, shown: items.length })}
      okButtonProps={{ disabled: items.length === 0 }}
      onOk={() => onTake(items)}
      destroyOnHidden
    >
      <label style={{ display: 'grid', gap: 4 }}><span className="caption">{t('content.fillFor')}</span><Select value={audience} onChange={setAudience} options={audiences} /></label>
      <Loaded query={filled} bones={<LineBones count={3} />}>
        {({ items: found }) => (found.length === 0 ? <p className="quiet">{t('content.filledNone')}</p> : (
          <ol className={css.order}>{found.map((one) => <li key={one.id}>{one.title} <span className="caption">{words?.poolGroups[one.group]?.[language]}</span></li>)}</ol>
        ))}
      </Loaded>
    </Modal>
  );
}
