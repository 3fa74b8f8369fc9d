import { Drawer } from 'antd';
import { useEffect, useRef } from 'react';
import { api, ask } from '../../../api/client.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import css from './shop-preview.module.css';

/** What the mini program asks of whoever plays WeChat around it (apps/minihost, in-frame.ts). */
interface Asked {
  wechat?: 'ask';
  id: number;
  call: string;
}

/** The mini program itself in the size of a phone, opened at this storefront. It is browsed with a pass that orders nothing. */
export function ShopPreview({ storefrontId, onClose }: { storefrontId: string; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const shop = { server: location.origin, shopId: brand.id, assetId: 'preview' };
    const launch = { scene: 1001, path: 'pages/home/home', query: { storefront: storefrontId }, referrerInfo: {} };
    const answers: Record<string, () => Promise<unknown>> = {
      hello: async () => ({ shop, launch, person: 'preview', can: [] }),
      login: async () => (await ask(api.POST('/api/brands/{brandId}/store/previews', { params: { path: { brandId: brand.id } } }))).code,
    };
    const answer = async ({ data, origin, source }: MessageEvent<Asked | null>) => {
      if (origin !== location.origin || source !== frame.current?.contentWindow || data?.wechat !== 'ask') return;
      const { id, call } = data;
      const given = await (answers[call] ?? refuse)().then((value) => ({ value }), (error: Error) => ({ refused: error.message }));
      frame.current?.contentWindow?.postMessage({ wechat: 'answer', id, ...given }, origin);
    };
    const hear = (event: MessageEvent<Asked | null>) => void answer(event);
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, [brand.id, storefrontId]);
  return (
    <Drawer open title={t('store.preview')} size={440} onClose={onClose} destroyOnHidden>
      <p className="caption">{t('store.previewNote')}</p>
      <iframe ref={frame} className={css.phone} title={t('store.preview')} src={`/shop/${brand.id}/`} />
    </Drawer>
  );
}

/** Paying, sharing and the rest belong to WeChat. */
const refuse = () => Promise.reject(new Error('preview'));
