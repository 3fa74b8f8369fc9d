import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { poolsQuery, type Storefront, type StorefrontInput } from '../queries.ts';

export interface StorefrontValues {
  name: string;
  type: StorefrontInput['type'];
  poolId: string;
  holdMinutes: number;
  place?: string;
  kolKind: 'none' | NonNullable<StorefrontInput['kolKind']>;
  kolName?: string;
  /** Per cent. */
  commission?: number | null;
}

const storefrontTypes = ['permanent', 'drop', 'popup', 'live'] as const;

export const storefrontValues = ({ name, type, poolId, holdMinutes, place, kolKind, kolName, commissionBasisPoints }: Storefront): StorefrontValues => ({
  name, type, poolId, holdMinutes, place: place ?? '', kolKind: kolKind ?? 'none', kolName: kolName ?? '', commission: commissionBasisPoints === null ? null : commissionBasisPoints / 100,
});

/** A place is a pop-up's; only a curated store pays a commission (K-10). */
export const storefrontInput = ({ name, type, poolId, holdMinutes, place, kolKind, kolName, commission }: StorefrontValues): StorefrontInput => ({
  name, type, poolId, holdMinutes, place: type === 'popup' ? place?.trim() || null : null, kolKind: kolKind === 'none' ? null : kolKind, kolName: kolKind === 'none' ? null : kolName?.trim() ?? null,
  commissionBasisPoints: kolKind === 'curated' && commission !== null && commission !== undefined ? Math.round(commission * 100) : null,
});

/** The fields of a storefront; its type is chosen once. */
export function StorefrontFields({ type }: { type?: StorefrontInput['type'] }) {
  const { t } = useWords();
  const brand = useBrand();
  const form = Form.useFormInstance<StorefrontValues>();
  const chosen = Form.useWatch('type', form) ?? type ?? 'permanent';
  const kolKind = Form.useWatch('kolKind', form) ?? 'none';
  const pools = useQuery(poolsQuery(brand.id)).data?.items ?? [];
  const needed = [{ required: true, message: t('door.needed') }];
  return (
    <>
      <Form.Item name="type" label={t('store.type')} extra={t(`store.typeHelp_${chosen}`)} hidden={type !== undefined}>
        <Radio.Group options={storefrontTypes.map((value) => ({ value, label: t(`store.type_${value}`) }))} />
      </Form.Item>
      <Form.Item name="name" label={t('store.storefrontName')} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input maxLength={100} /></Form.Item>
      <Form.Item name="poolId" label={t('store.pool')} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={pools.map(({ id, name }) => ({ value: id, label: name }))}
          notFoundContent={<Link to="/b/$brandId/products/stock" params={{ brandId: String(brand.id) }}>{t('store.newPool')}</Link>}
        />
      </Form.Item>
      <Form.Item name="holdMinutes" label={t('store.holdMinutes')} extra={t('store.holdHelp')} rules={needed}><InputNumber min={1} max={120} precision={0} /></Form.Item>
      {chosen === 'popup' && <Form.Item name="place" label={t('store.place')}><Input maxLength={100} /></Form.Item>}
      <Form.Item name="kolKind" label={t('store.kol')} extra={kolKind === 'none' ? undefined : t(`store.kolHelp_${kolKind}`)}>
        <Radio.Group options={(['none', 'curated', 'own_brand'] as const).map((value) => ({ value, label: t(`store.kol_${value}`) }))} />
      </Form.Item>
      {kolKind !== 'none' && <Form.Item name="kolName" label={t('store.kolName')} rules={[{ required: true, whitespace: true, message: t('door.needed') }]}><Input maxLength={100} /></Form.Item>}
      {kolKind === 'curated' && <Form.Item name="commission" label={t('store.commission')}><InputNumber min={0} max={100} precision={2} suffix="%" /></Form.Item>}
    </>
  );
}
