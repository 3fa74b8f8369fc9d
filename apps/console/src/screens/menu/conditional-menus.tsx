import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import type { Account } from '../../api/accounts.ts';
import { TypedConfirm } from '../../components/typed-confirm.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { type ConditionalMenu, currentMenuQuery } from './current-menu.ts';
import css from './menu.module.css';

interface ConditionalMenusProps {
  account: Account;
  menus: readonly ConditionalMenu[];
}

/** Menus of other systems that stand before this one for the followers they fit. */
export function ConditionalMenus({ account, menus }: ConditionalMenusProps) {
  const { t, language } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const [deleting, setDeleting] = useState<ConditionalMenu | null>(null);
  const { queryKey } = currentMenuQuery(brand.id, account.id);
  const remove = async ({ id: menuId }: ConditionalMenu) => {
    await ask(api.DELETE('/api/brands/{brandId}/accounts/{assetId}/menu/conditional/{menuId}', { params: { path: { brandId: brand.id, assetId: account.id, menuId } } }));
    await queryClient.invalidateQueries({ queryKey });
  };
  return (
    <section className={css.conditional}>
      <h2>{t('menu.conditional')}</h2>
      <p>{t('menu.conditionalAbout')}</p>
      <ul>
        {menus.map((menu) => (
          <li key={menu.id}>
            <div>
              <b>{menu.rule[language]}</b>
              {menu.columns.map((column, index) => (
                <p className="caption" key={index}>{[column.name, ...column.items.map(({ name }) => name)].join(' · ')}</p>
              ))}
            </div>
            {brand.can('accounts:write') && <Button type="link" size="small" onClick={() => setDeleting(menu)}>{t('action.delete')}</Button>}
          </li>
        ))}
      </ul>
      {deleting && (
        <TypedConfirm open title={t('menu.deleteConditional')} expected={deleting.id} verb={t('action.delete')} onConfirm={() => remove(deleting)} onClose={() => setDeleting(null)}>
          {t('menu.deleteConditionalWarning', { rule: deleting.rule[language] })}
        </TypedConfirm>
      )}
    </section>
  );
}
