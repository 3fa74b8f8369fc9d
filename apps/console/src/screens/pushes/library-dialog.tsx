import { Input, Modal } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Empty, LineBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './pushes.module.css';
import { articlesQuery, type LibraryArticle } from './queries.ts';

/** One article of the library, last changed first. */
export function LibraryDialog({ open, onTake, onClose }: { open: boolean; onTake: (article: LibraryArticle) => void; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const found = useQuery({ ...articlesQuery(brand.id, search), enabled: open, placeholderData: keepPreviousData });
  return (
    <Modal open={open} title={t('pushes.takeArticle')} onCancel={onClose} footer={null} destroyOnHidden>
      <Input.Search value={text} onChange={(event) => setText(event.target.value)} placeholder={t('pushes.searchLibrary')} allowClear />
      <div className={css.found}>
        <Loaded query={found} bones={<LineBones count={5} />}>
          {({ items }) => items.length === 0 ? <Empty title={t(search ? 'pushes.noArticleMatches' : 'pushes.noArticles')} /> : (
            <ul>
              {items.map((article) => (
                <li key={article.id}>
                  <button type="button" onClick={() => onTake(article)}>
                    <strong>{article.title}</strong>
                    <span className="caption">{t('content.versionN', { n: article.version })} · {t(`content.standing_${article.approval}`)}{article.topic && <> · {article.topic}</>}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </div>
    </Modal>
  );
}
