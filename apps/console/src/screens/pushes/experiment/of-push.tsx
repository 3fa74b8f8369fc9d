import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Section } from '../../../components/page.tsx';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import css from './experiment.module.css';
import { ofPushQuery } from './queries.ts';

/** A push's experiments, and while it is a draft with arms to compare the way to ask another question. */
export function ExperimentsOfPush({ pushId, draft, arms }: { pushId: string; draft: boolean; arms: boolean }) {
  const { t } = useWords();
  const brand = useBrand();
  const experiments = useQuery({ ...ofPushQuery(brand.id, pushId), enabled: !brand.aggregatesOnly });
  const params = { brandId: String(brand.id) };
  const items = experiments.data?.items ?? [];
  if (items.length === 0 && !(draft && arms && brand.can('pushes:write'))) return null;
  return (
    <Section title={t('nav.experiments')}>
      <ul className={css.list}>
        {items.map(({ id, hypothesis }) => <li key={id}><Link to="/b/$brandId/experiments/$experimentId" params={{ ...params, experimentId: id }}>{hypothesis}</Link></li>)}
        {draft && arms && brand.can('pushes:write') && <li><Link to="/b/$brandId/pushes/$pushId/experiment" params={{ ...params, pushId }}>{t('experiments.setUp')}</Link></li>}
      </ul>
    </Section>
  );
}
