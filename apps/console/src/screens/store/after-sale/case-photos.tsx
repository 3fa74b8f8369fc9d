import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import css from '../store.module.css';
import type { Case } from './queries.ts';

/** What it looks like, for who decides; looking is written down, so it is asked for. */
export function CasePhotos({ one }: { one: Case }) {
  const { t } = useWords();
  const brand = useBrand();
  const [shown, setShown] = useState(false);
  const [failed, setFailed] = useState<string[]>([]);
  const addressOf = (id: string): string => `/api/brands/${brand.id}/store/after-sales/${one.id}/photos/${id}`;
  if (!brand.can('orders:refund')) return <p className="quiet">{t('service.photosFor', { count: one.photos.length })}</p>;
  if (!shown) {
    return (
      <>
        <p className="caption">{t('service.photosHelp')}</p>
        <Button onClick={() => setShown(true)}>{t('service.showPhotos', { count: one.photos.length })}</Button>
      </>
    );
  }
  return (
    <ul className={css.photos}>
      {one.photos.map((id, index) => (
        <li key={id}>
          {failed.includes(id) ? (
            <>
              <p className="quiet">{t('service.noPhoto')}</p>
              <Button size="small" onClick={() => setFailed((before) => before.filter((one) => one !== id))}>{t('action.retry')}</Button>
            </>
          ) : (
            // A scratch is seen at full size.
            <a href={addressOf(id)} target="_blank" rel="noreferrer"><img src={addressOf(id)} alt={t('service.photo', { number: index + 1 })} onError={() => setFailed((before) => [...before, id])} /></a>
          )}
        </li>
      ))}
    </ul>
  );
}
