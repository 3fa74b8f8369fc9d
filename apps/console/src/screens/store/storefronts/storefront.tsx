import { Button, Dropdown } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { Page } from '../../../components/page.tsx';
import { LineBones, Loaded } from '../../../components/states.tsx';
import { TypedConfirm } from '../../../components/typed-confirm.tsx';
import { useTelling } from '../../../components/use-telling.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { GiftSettingsDrawer } from '../gifts/gift-settings.tsx';
import { storefrontQuery, storeKey, type Storefront } from '../queries.ts';
import { EditStorefront } from './edit-storefront.tsx';
import { Listings } from './listings.tsx';
import { ShopPreview } from './shop-preview.tsx';
import { Phase, useComing } from './standing.tsx';
import { SellOuts } from './sell-outs.tsx';
import { Windows } from './windows.tsx';

export default function StorefrontScreen() {
  const { t } = useWords();
  const brand = useBrand();
  const coming = useComing();
  const { storefrontId } = useParams({ from: '/b/$brandId/storefronts/$storefrontId' });
  const storefront = useQuery(storefrontQuery(brand.id, storefrontId));
  const { data } = storefront;
  const [previewing, setPreviewing] = useState(false);
  const words = data && [t(`store.type_${data.type}`), data.place, data.kolName, coming(data)].filter((word) => word).join(' · ');
  return (
    <Page
      title={data?.name ?? t('store.storefront')}
      back={<Link to="/b/$brandId/storefronts" params={{ brandId: String(brand.id) }}>{t('nav.storefronts')}</Link>}
      lead={data && <><Phase storefront={data} /> · {words}</>}
      actions={data && (
        <>
          {data.type === 'drop' && data.windows.length > 0 && <Link to="/b/$brandId/storefronts/$storefrontId/drop" params={{ brandId: String(brand.id), storefrontId }}><Button>{t('drop.monitor')}</Button></Link>}
          {(data.state === 'published' || data.state === 'paused') && <Button onClick={() => setPreviewing(true)}>{t('store.preview')}</Button>}
          {brand.can('store:write') && <Actions storefront={data} />}
        </>
      )}
    >
      {previewing && <ShopPreview storefrontId={storefrontId} onClose={() => setPreviewing(false)} />}
      <Loaded query={storefront} bones={<LineBones count={8} />}>
        {(loaded) => (
          <>
            <Listings storefront={loaded} />
            {loaded.type !== 'permanent' && <Windows storefront={loaded} />}
            <SellOuts storefront={loaded} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Publishing is the one primary action; what closes a store for good asks for its name. */
function Actions({ storefront }: { storefront: Storefront }) {
  const { t } = useWords();
  const brand = useBrand();
  const attempt = useTelling();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<'edit' | 'gifts' | 'archive' | null>(null);
  const move = async (state: 'published' | 'paused' | 'archived') => {
    await ask(api.POST('/api/brands/{brandId}/store/storefronts/{storefrontId}/state', { params: { path: { brandId: brand.id, storefrontId: storefront.id } }, body: { state } }));
    await queryClient.invalidateQueries({ queryKey: storeKey(brand.id) });
  };
  const close = () => setOpen(null);
  const items = [
    { key: 'edit', label: t('store.settings'), onClick: () => setOpen('edit') },
    { key: 'gifts', label: t('gifts.settings'), onClick: () => setOpen('gifts') },
    ...(storefront.state === 'archived' ? [] : [{ key: 'archive', danger: true, label: t('store.archive'), onClick: () => setOpen('archive') }]),
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }} placement="bottomRight"><Button>{t('action.more')}</Button></Dropdown>
      {storefront.state === 'published' && <Button onClick={() => void attempt(() => move('paused'))}>{t('store.pause')}</Button>}
      {(storefront.state === 'draft' || storefront.state === 'paused') && <Button type="primary" onClick={() => void attempt(() => move('published'))}>{t('store.publish')}</Button>}
      {open === 'edit' && <EditStorefront storefront={storefront} onClose={close} />}
      {open === 'gifts' && <GiftSettingsDrawer storefront={storefront} onClose={close} />}
      <TypedConfirm open={open === 'archive'} title={t('store.archive')} expected={storefront.name} verb={t('store.archive')} onConfirm={() => move('archived')} onClose={close}>
        {t('store.archiveWarning')}
      </TypedConfirm>
    </>
  );
}
