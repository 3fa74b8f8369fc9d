import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useAccounts } from '../../api/accounts.ts';
import { Page } from '../../components/page.tsx';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { NoAccountYet } from '../accounts/no-account-yet.tsx';
import { PushEditor } from './editor.tsx';
import { pushQuery } from './queries.ts';

export default function NewPush() {
  const { t } = useWords();
  const accounts = useAccounts();
  const { copy } = useSearch({ from: '/b/$brandId/pushes/new' });
  if (!accounts?.some(({ state }) => state === 'connected')) return <Page title={t('pushes.create')}><NoAccountYet /></Page>;
  return copy ? <CopiedPush pushId={copy} /> : <PushEditor push={null} />;
}

function CopiedPush({ pushId }: { pushId: string }) {
  const { t } = useWords();
  const copied = useQuery(pushQuery(useBrand().id, pushId));
  return (
    <Loaded query={copied} bones={<Page title={t('pushes.create')}><LineBones count={6} /></Page>}>
      {(data) => <PushEditor push={null} copied={data} />}
    </Loaded>
  );
}
