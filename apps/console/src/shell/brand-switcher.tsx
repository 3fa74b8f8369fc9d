import { Dropdown } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { useWords } from '../i18n/index.ts';
import { useBrand } from './brand-context.ts';
import css from './shell.module.css';

export function BrandSwitcher() {
  const { t } = useWords();
  const { brands } = useSession();
  const brand = useBrand();
  const navigate = useNavigate();
  const name = (
    <>
      <strong>{brand.name}</strong>
      <span>{brand.demo ? t('user.demo') : brand.organisationName}</span>
    </>
  );
  if (brands.length < 2) return <div className={css.brand} style={{ cursor: 'default' }}>{name}</div>;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [String(brand.id)],
        items: brands.map((one) => ({ key: String(one.id), label: one.name })),
        onClick: ({ key }) => void navigate({ to: '/b/$brandId', params: { brandId: key } }),
      }}
    >
      <button type="button" className={css.brand} title={t('user.switchBrand')}>{name}</button>
    </Dropdown>
  );
}
