import { App, Button, Dropdown } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { accountsQuery, type Account } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import { messageOf } from '../../api/problem.ts';
import { Page, Section } from '../../components/page.tsx';
import { Empty, Loaded, RowBones } from '../../components/states.tsx';
import { TypedConfirm } from '../../components/typed-confirm.tsx';
import { useWords } from '../../i18n/index.ts';
import { date } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { AccountSettings } from './account-settings.tsx';
import { CallbackSettings } from './callback-settings.tsx';
import { DoctorPanel } from './doctor-panel.tsx';
import { GrowthChart } from './growth-chart.tsx';
import { SyncPanel } from './sync-panel.tsx';

export default function AccountPage() {
  const { t, language } = useWords();
  const brand = useBrand();
  const { assetId } = useParams({ from: '/b/$brandId/accounts/$assetId' });
  const account = useQuery({
    queryKey: [...accountsQuery(brand.id).queryKey, assetId],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/accounts/{assetId}', { params: { path: { brandId: brand.id, assetId } } })),
  });
  const data = account.data;
  return (
    <Page
      title={data?.name ?? t('nav.accounts')}
      back={<Link to="/b/$brandId/accounts" params={{ brandId: String(brand.id) }}>{t('accounts.back')}</Link>}
      lead={data && <>{t(`accounts.${data.kind}`)} · <code>{data.appid}</code> · {t('accounts.observedSince', { day: date(data.observedSince, language) })}</>}
      actions={data?.state === 'connected' && brand.can('accounts:write') && <AccountActions account={data} />}
    >
      <Loaded query={account} bones={<RowBones />}>
        {(one) => (
          <>
            {one.state === 'disconnected' && <Empty title={t('accounts.disconnected')}>{t('accounts.disconnectedMore')}</Empty>}
            {brand.can('insights:read') && <GrowthChart account={one} />}
            {one.state === 'connected' && (
              <>
                <DoctorPanel assetId={one.id} />
                <SyncPanel assetId={one.id} />
                {brand.can('accounts:write') && (
                  <>
                    <CallbackSection assetId={one.id} />
                    <Section title={t('accounts.settings')}><AccountSettings account={one} /></Section>
                  </>
                )}
              </>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function AccountActions({ account }: { account: Account }) {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const disconnect = async () => {
    await ask(api.DELETE('/api/brands/{brandId}/accounts/{assetId}', { params: { path: { brandId: brand.id, assetId: account.id } } }));
    await queryClient.invalidateQueries({ queryKey: accountsQuery(brand.id).queryKey });
    await navigate({ to: '/b/$brandId/accounts', params: { brandId: String(brand.id) } });
  };
  return (
    <>
      <Dropdown trigger={['click']} placement="bottomRight" menu={{ items: [{ key: 'leave', danger: true, label: t('accounts.disconnect'), onClick: () => setLeaving(true) }] }}>
        <Button>{t('action.more')}</Button>
      </Dropdown>
      <TypedConfirm open={leaving} title={t('accounts.disconnect')} expected={account.name} verb={t('accounts.disconnect')} onConfirm={disconnect} onClose={() => setLeaving(false)}>
        {t('accounts.disconnectWarning')}
      </TypedConfirm>
    </>
  );
}

/** Token and key are secrets: they are asked for, and each look is audited. */
function CallbackSection({ assetId }: { assetId: string }) {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const callback = useQuery({
    queryKey: ['callback-settings', brand.id, assetId],
    queryFn: () => ask(api.POST('/api/brands/{brandId}/accounts/{assetId}/callback', { params: { path: { brandId: brand.id, assetId } } })),
    enabled: false,
    gcTime: 0,
  });
  const show = async () => {
    const { error } = await callback.refetch();
    if (error) void message.error(messageOf(error));
  };
  return (
    <Section title={t('accounts.callback')} note={t('accounts.callbackNote')}>
      {callback.data
        ? <div style={{ maxWidth: 560 }}><CallbackSettings {...callback.data} /></div>
        : <Button loading={callback.isFetching} onClick={() => void show()}>{t('accounts.showCallback')}</Button>}
    </Section>
  );
}
