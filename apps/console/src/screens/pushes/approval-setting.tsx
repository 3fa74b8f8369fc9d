import { App, Switch } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './pushes.module.css';
import { settingsQuery } from './queries.ts';

/** Whether another person approves a push before it goes out: for whom manages the brand. */
export function ApprovalSetting() {
  const { t } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const telling = useTelling();
  const queryClient = useQueryClient();
  const settings = useQuery({ ...settingsQuery(brand.id), enabled: brand.can('brand:manage') });
  if (!settings.data) return null;
  const change = (approval: boolean) => telling(async () => {
    queryClient.setQueryData(settingsQuery(brand.id).queryKey, await ask(api.PUT('/api/brands/{brandId}/push-settings', { params: { path: { brandId: brand.id } }, body: { approval } })));
    void message.success(t(approval ? 'pushes.approvalOn' : 'pushes.approvalOff'));
  });
  return (
    <label className={css.setting}>
      <Switch size="small" checked={settings.data.approval} onChange={(on) => void change(on)} />
      {t('pushes.approvalSetting')}
    </label>
  );
}
