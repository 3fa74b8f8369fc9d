import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { ApprovalSetting } from './approval-setting.tsx';
import { HoldoutSetting } from './holdout-setting.tsx';

/** How the brand works with pushes: for whom manages the brand. */
export function PushSettings() {
  const { t } = useWords();
  const brand = useBrand();
  const [open, setOpen] = useState(false);
  if (!brand.can('brand:manage')) return null;
  return (
    <>
      <Button type="text" size="small" onClick={() => setOpen(true)}>{t('pushes.settings')}</Button>
      <Modal open={open} title={t('pushes.settings')} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <ApprovalSetting />
        <HoldoutSetting />
      </Modal>
    </>
  );
}
