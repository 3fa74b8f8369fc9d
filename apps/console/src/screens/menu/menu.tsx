import { App, Button, Dropdown } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { ApiError, messageOf } from '../../api/problem.ts';
import type { Account } from '../../api/accounts.ts';
import { Page } from '../../components/page.tsx';
import { SavedMeanwhile } from '../../components/saved-meanwhile.tsx';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { dateTime } from '../../lib/format.ts';
import { readDraft, useDraft } from '../../lib/use-draft.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { NoAccountYet } from '../accounts/no-account-yet.tsx';
import { AccountSwitch, useChosenAccount } from './account-switch.tsx';
import { ConditionalMenus } from './conditional-menus.tsx';
import { currentMenuQuery } from './current-menu.ts';
import { Gaps } from './gaps.tsx';
import { ItemForm } from './item-form.tsx';
import css from './menu.module.css';
import { itemAt, pathOf, type Column, type Menu, type Place } from './model.ts';
import { PhonePreview } from './phone-preview.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { useTemplates } from './templates.ts';

const menuQuery = (brandId: number, assetId: string) => ({
  queryKey: ['brand', brandId, 'menu', assetId] as const,
  queryFn: () => ask(api.GET('/api/brands/{brandId}/accounts/{assetId}/menu', { params: { path: { brandId, assetId } } })),
});

export default function MenuPage() {
  const { t } = useWords();
  const search = useSearch({ from: '/b/$brandId/menu' });
  const { account, accounts } = useChosenAccount(search.account);
  if (!account) return <Page title={t('nav.menu')}><NoAccountYet /></Page>;
  return <MenuOf key={account.id} account={account} accounts={accounts} />;
}

function MenuOf({ account, accounts }: { account: Account; accounts: readonly Account[] }) {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const menu = useQuery({ ...menuQuery(brand.id, account.id), refetchOnWindowFocus: false, staleTime: Infinity });
  const switcher = <AccountSwitch accounts={accounts} value={account.id} onChange={(id) => void navigate({ to: '.', search: { account: id } })} />;
  return (
    <Loaded query={menu} bones={<Page title={t('nav.menu')} actions={switcher}><LineBones count={8} /></Page>}>
      {(data) => <Builder account={account} menu={data} switcher={switcher} />}
    </Loaded>
  );
}

/** What was edited, and when the menu it was made from was saved. */
interface Edited {
  base: string | null;
  columns: Column[];
}

function Builder({ account, menu, switcher }: { account: Account; menu: Menu; switcher: React.ReactNode }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const templates = useTemplates();
  // Of the publish dialog first of all: without WeChat the page is the same, but for the menus of other systems.
  const conditional = useQuery(currentMenuQuery(brand.id, account.id)).data?.conditional ?? [];
  const draftKey = `menu-edited.${brand.id}.${account.id}`;
  const [{ base, columns }, setEdited] = useState<Edited>(() => readDraft<Edited>(draftKey) ?? { base: menu.savedAt, columns: menu.columns });
  // Something edited over an older menu stays; saving it says that there is a newer one.
  const [refused, setRefused] = useState<string | null>(null);
  const [place, setPlace] = useState<Place>({ column: 0, row: null });
  const [wrong, setWrong] = useState<{ field: string; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [publishing, setPublishing] = useState(false);
  const unsaved = JSON.stringify(columns) !== JSON.stringify(menu.columns);
  useDraft<Edited | null>(draftKey, unsaved ? { base, columns } : null);
  const may = brand.can('accounts:write');
  const change = (next: Column[]) => {
    setWrong(null);
    setEdited({ base, columns: next });
  };
  const start = (from: Menu) => {
    setWrong(null);
    setRefused(null);
    setEdited({ base: from.savedAt, columns: from.columns });
  };

  const save = async (over = base): Promise<boolean> => {
    setBusy(true);
    setWrong(null);
    try {
      const saved = await ask(api.PUT('/api/brands/{brandId}/accounts/{assetId}/menu', {
        params: { path: { brandId: brand.id, assetId: account.id } }, body: { columns, savedAt: over },
      }));
      queryClient.setQueryData(menuQuery(brand.id, account.id).queryKey, saved);
      start(saved);
      return true;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'menu_changed') {
        await queryClient.invalidateQueries({ queryKey: menuQuery(brand.id, account.id).queryKey });
        setRefused(error.message);
      } else if (error instanceof ApiError && error.field) point(error.field, error.message);
      else void message.error(messageOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  /** The server names the field (`columns.0.items.2.url`): its item is opened and the sentence stands there. */
  const point = (field: string, text: string) => {
    const [, column, , row] = /^columns\.(\d+)(\.items\.(\d+))?/.exec(field) ?? [];
    if (column !== undefined) setPlace({ column: Number(column), row: row === undefined ? null : Number(row) });
    setWrong({ field, text });
  };
  const publish = async () => {
    if (!unsaved || await save()) setPublishing(true);
  };
  const state = unsaved ? t('menu.unsaved')
    : menu.publishedAt === null ? t('menu.neverPublished')
      : menu.changed ? t('menu.changedSince', { when: dateTime(menu.publishedAt, language) })
        : t('menu.publishedAt', { when: dateTime(menu.publishedAt, language) });
  const item = itemAt(columns, place);
  return (
    <Page
      title={t('nav.menu')}
      lead={state}
      actions={(
        <>
          {switcher}
          {may && (
            <>
              <Dropdown
                trigger={['click']}
                menu={{
                  items: (templates ?? []).map((template) => ({
                    key: template.id,
                    label: <div className={css.template}><b>{template.name[language]}</b><span className="caption">{template.about[language]}</span></div>,
                    onClick: () => {
                      change(template.columns);
                      setPlace({ column: 0, row: null });
                    },
                  })),
                }}
              >
                <Button>{t('menu.startFrom')}</Button>
              </Dropdown>
              {unsaved && (
                <Button
                  type="text"
                  onClick={() => {
                    start(menu);
                    setPlace({ column: 0, row: null });
                  }}
                >
                  {t('menu.discard')}
                </Button>
              )}
              <Button loading={busy} disabled={!unsaved} onClick={() => void save()}>{t('menu.saveDraft')}</Button>
              <Button type="primary" onClick={() => void publish()}>{t('menu.publish')}</Button>
            </>
          )}
        </>
      )}
    >
      {refused !== null && (
        <SavedMeanwhile text={<span>{refused} {menu.savedAt && t('menu.newer', { when: dateTime(menu.savedAt, language) })}</span>}>
          <Button size="small" onClick={() => start(menu)}>{t('menu.showTheirs')}</Button>
          <Button size="small" danger loading={busy} onClick={() => void save(menu.savedAt)}>{t('menu.saveMine')}</Button>
        </SavedMeanwhile>
      )}
      <div className={css.builder}>
        <PhonePreview accountName={account.name} columns={columns} place={place} onPlace={setPlace} onChange={may ? change : null} />
        <div className={css.editor}>
          {item
            ? <ItemForm key={pathOf(place)} columns={columns} place={place} wrong={wrong} disabled={!may} onChange={change} onPlace={setPlace} />
            : <p className="quiet">{t('menu.chooseItem')}</p>}
          <Gaps columns={columns} gaps={unsaved ? [] : menu.gaps} unsaved={unsaved} onPlace={setPlace} />
          {conditional.length > 0 && <ConditionalMenus account={account} menus={conditional} />}
        </div>
      </div>
      <PublishDialog
        open={publishing}
        account={account}
        onClose={() => setPublishing(false)}
        onWrong={point}
        onPublished={() => {
          void queryClient.invalidateQueries({ queryKey: menuQuery(brand.id, account.id).queryKey });
          void queryClient.invalidateQueries({ queryKey: currentMenuQuery(brand.id, account.id).queryKey });
        }}
      />
    </Page>
  );
}
