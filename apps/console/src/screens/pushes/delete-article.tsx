import { App, Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { TypedConfirm } from '../../components/typed-confirm.tsx';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { pushesKey, wentHalfWay, type PushDetail } from './queries.ts';

/** One article that went out is taken back at WeChat, or was; the others stay. */
export function DeleteArticle({ push, article: { title, position, variant, deletedAtWechat } }: { push: PushDetail; article: PushDetail['articles'][number] }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  if (deletedAtWechat) return <span className="caption">{t('pushes.articleDeleted')}</span>;
  // The only one goes with the push.
  if (push.articles.length === 1) return null;
  if (!brand.can('pushes:send') || !(push.state === 'sent' || push.state === 'finished' || wentHalfWay(push))) return null;
  const reached = push.variants.find(({ number }) => number === variant)?.frozenCount ?? push.frozenCount ?? 0;
  return (
    <>
      <Button type="text" size="small" danger onClick={() => setOpen(true)}>{t('pushes.deleteArticle')}</Button>
      <TypedConfirm
        open={open}
        title={t('pushes.deleteArticle')}
        expected={title}
        verb={t('pushes.deleteArticle')}
        onConfirm={async () => {
          const { left } = await ask(api.POST('/api/brands/{brandId}/pushes/{pushId}/delete-sent', { params: { path: { brandId: brand.id, pushId: push.id } }, body: { position, variant } }));
          await queryClient.invalidateQueries({ queryKey: pushesKey(brand.id) });
          if (left > 0) void message.info(t('pushes.deleteRest', { shown: count(left) }));
        }}
        onClose={() => setOpen(false)}
      >
        {t('pushes.deleteArticleWarning', { title, shown: count(reached) })}
      </TypedConfirm>
    </>
  );
}
