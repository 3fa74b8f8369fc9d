import { Button, Modal } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { When } from '../../../components/number.tsx';
import { LineBones, Loaded } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import css from '../content.module.css';
import { Diff } from '../diff.tsx';
import { contentKey, versionsQuery, type Article } from '../queries.ts';

/** Every save that changed something; any of them beside the newest. */
export function VersionsPanel({ article }: { article: Article }) {
  const { t } = useWords();
  const brand = useBrand();
  const [from, setFrom] = useState<number | null>(null);
  const versions = useQuery(versionsQuery(brand.id, article.id));
  return (
    <Loaded query={versions} bones={<LineBones count={4} />}>
      {({ items }) => (
        <>
          <ul className={css.versions}>
            {items.map((one) => (
              <li key={one.version}>
                <div>
                  <div>{t('content.versionN', { n: one.version })} · {t(`content.origin_${one.origin}`)}{one.approved && <span className={css.good}> · {t('content.standing_approved')}</span>}</div>
                  <span className="caption">{one.by} · <When at={one.at} /></span>
                </div>
                {one.version < (items[0]?.version ?? 0) && <Button type="link" size="small" onClick={() => setFrom(one.version)}>{t('content.compare')}</Button>}
              </li>
            ))}
          </ul>
          <VersionDiff articleId={article.id} from={from} to={items[0]?.version ?? article.version} onClose={() => setFrom(null)} />
        </>
      )}
    </Loaded>
  );
}

export function VersionDiff({ articleId, from, to, onClose }: { articleId: string; from: number | null; to: number; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const diff = useQuery({
    queryKey: [...contentKey(brand.id), 'diff', articleId, from, to],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/articles/{articleId}/diff', { params: { path: { brandId: brand.id, articleId }, query: { from: from!, to } } })),
    enabled: from !== null,
  });
  return (
    <Modal open={from !== null} title={t('content.diffTitle', { from: from ?? 0, to })} footer={null} width={760} onCancel={onClose} destroyOnHidden>
      {from !== null && <Loaded query={diff} bones={<LineBones count={4} />}>{({ fields }) => <Diff fields={fields} />}</Loaded>}
    </Modal>
  );
}
