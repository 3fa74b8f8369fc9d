import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { Empty, Failure } from '../components/states.tsx';
import { Page } from '../components/page.tsx';
import { useWords } from '../i18n/index.ts';

export function NotFound() {
  const { t } = useWords();
  return (
    <Page title={t('state.notFoundTitle')}>
      <Empty title={t('state.notFound')} action={<Link to="/">{t('state.toHome')}</Link>} />
    </Page>
  );
}

export function NoAccess() {
  const { t } = useWords();
  return (
    <Page title={t('state.noAccessTitle')}>
      <Empty title={t('state.noAccess')} action={<Link to="/">{t('state.toHome')}</Link>} />
    </Page>
  );
}

export function RouteFailure({ error, reset }: ErrorComponentProps) {
  const { t } = useWords();
  return (
    <Page title={t('state.failed')}>
      <Failure error={error} retry={reset} />
    </Page>
  );
}
