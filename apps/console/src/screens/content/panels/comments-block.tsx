import { Button, Input } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { Ago } from '../../../components/number.tsx';
import { useTelling } from '../../../components/use-telling.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import css from '../content.module.css';
import { commentsQuery } from '../queries.ts';

export function CommentsBlock({ articleId }: { articleId: string }) {
  const { t } = useWords();
  const brand = useBrand();
  const telling = useTelling();
  const queryClient = useQueryClient();
  const comments = useQuery(commentsQuery(brand.id, articleId));
  const [text, setText] = useState('');
  const say = () => telling(async () => {
    await ask(api.POST('/api/brands/{brandId}/articles/{articleId}/comments', { params: { path: { brandId: brand.id, articleId } }, body: { text } }));
    setText('');
    await queryClient.invalidateQueries({ queryKey: commentsQuery(brand.id, articleId).queryKey });
  });
  return (
    <section className={css.block}>
      <h3>{t('content.comments')}</h3>
      <ul className={css.talk}>
        {(comments.data?.items ?? []).map((one) => (
          <li key={one.id}>
            <strong>{one.by}</strong> <span className="caption"><Ago at={one.at} /> · {t('content.versionN', { n: one.version })}</span>
            <p>{one.text}</p>
          </li>
        ))}
      </ul>
      {(brand.can('pushes:write') || brand.can('pushes:approve')) && (
        <>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={1000} placeholder={t('content.comment')} aria-label={t('content.comment')} value={text} onChange={(event) => setText(event.target.value)} />
          <div><Button size="small" disabled={text.trim() === ''} onClick={() => void say()}>{t('content.sendComment')}</Button></div>
        </>
      )}
    </section>
  );
}
