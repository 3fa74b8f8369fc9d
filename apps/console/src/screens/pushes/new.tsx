import { useAccounts } from '../../api/accounts.ts';
import { Page } from '../../components/page.tsx';
import { useWords } from '../../i18n/index.ts';
import { NoAccountYet } from '../accounts/no-account-yet.tsx';
import { PushEditor } from './editor.tsx';

export default function NewPush() {
  const { t } = useWords();
  const accounts = useAccounts();
  if (!accounts?.some(({ state }) => state === 'connected')) return <Page title={t('pushes.create')}><NoAccountYet /></Page>;
  return <PushEditor push={null} />;
}
