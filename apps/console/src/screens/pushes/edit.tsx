import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { PushEditor } from './editor.tsx';
import { pushQuery } from './queries.ts';

export default function EditPush() {
  const { t } = useWords();
  const brand = useBrand();
  const { pushId } = useParams({ from: '/b/$brandId/pushes/$pushId/edit' });
  const push = useQuery(pushQuery(brand.id, pushId));
  const [loaded, setLoaded] = useState(0);
  return (
    <Loaded query={push} bones={<Page title={t('pushes.edit')}><LineBones count={6} /></Page>}>
      {(data) => <PushEditor key={loaded} push={data} onReload={() => void push.refetch().then(() => setLoaded((n) => n + 1))} />}
    </Loaded>
  );
}
