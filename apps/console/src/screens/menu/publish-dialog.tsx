import { App, Modal } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import { ApiError, messageOf } from '../../api/problem.ts';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { ConditionalMenus } from './conditional-menus.tsx';
import { type CurrentMenu, currentMenuQuery } from './current-menu.ts';
import css from './menu.module.css';
import { menuTypes, type MenuType } from './model.ts';

type Difference = CurrentMenu['differences'][number];

interface PublishDialogProps {
  open: boolean;
  account: Account;
  onClose: () => void;
  onPublished: () => void;
  onWrong: (field: string, text: string) => void;
}

/** Shows what followers see now against what they will see; then publishes and reads it back. */
export function PublishDialog({ open, account, onClose, onPublished, onWrong }: PublishDialogProps) {
  const { t } = useWords();
  const brand = useBrand();
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState(false);
  const path = { brandId: brand.id, assetId: account.id };
  const current = useQuery({ ...currentMenuQuery(brand.id, account.id), enabled: open });
  const publish = async () => {
    setBusy(true);
    try {
      const { differences, conditional } = await ask(api.POST('/api/brands/{brandId}/accounts/{assetId}/menu/publish', { params: { path } }));
      onPublished();
      onClose();
      if (differences.length === 0) void message.success(t(conditional.length === 0 ? 'menu.published' : 'menu.publishedExcept'));
      else void modal.warning({ title: t('menu.publishedOtherwise'), content: <Differences of={differences} /> });
    } catch (error) {
      if (error instanceof ApiError && error.field) {
        onWrong(error.field, error.message);
        onClose();
      } else {
        void message.error(messageOf(error));
      }
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open={open} title={t('menu.publishTitle', { name: account.name })} width={680} onCancel={onClose} onOk={() => void publish()} okText={t('menu.publish')} confirmLoading={busy} destroyOnHidden>
      <Loaded query={current} bones={<LineBones count={4} />}>
        {({ differences, conditional }) => (
          <>
            {differences.length === 0
              ? <p>{t('menu.noDifference')}</p>
              : <><p style={{ marginBottom: 12 }}>{t('menu.willChange')}</p><Differences of={differences} /></>}
            {conditional.length > 0 && <ConditionalMenus account={account} menus={conditional} />}
          </>
        )}
      </Loaded>
    </Modal>
  );
}

function Differences({ of: differences }: { of: readonly Difference[] }) {
  const { t } = useWords();
  const words = (button: Difference['ours']) => {
    if (button === null) return t('menu.absent');
    const { name, type, key, url, appid, media_id: media, article_id: article } = button as Record<string, string | undefined>;
    return [name, menuTypes.some((one) => one === type) ? t(`menu.type_${type as MenuType}`) : type, url ?? key ?? appid ?? media ?? article].filter(Boolean).join(' · ');
  };
  const placeName = (at: string) => {
    const [, column, , row] = /^columns\.(\d+)(\.items\.(\d+))?/.exec(at) ?? [];
    return row === undefined
      ? t('menu.placeColumn', { column: Number(column) + 1 })
      : t('menu.placeItem', { column: Number(column) + 1, row: Number(row) + 1 });
  };
  return (
    <div className={css.differences}>
      <div className={css.difference}><span /><span className="caption">{t('menu.now')}</span><span className="caption">{t('menu.then')}</span></div>
      {differences.map((one) => (
        <div className={css.difference} key={one.at}>
          <span className="caption">{placeName(one.at)}</span>
          <span className={css.theirs}>{words(one.theirs)}</span>
          <span>{words(one.ours)}</span>
        </div>
      ))}
    </div>
  );
}
