import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page, Section } from '../../components/page.tsx';
import { PeriodPicker } from '../../components/period-picker.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { usePeriod } from '../../shell/use-period.ts';
import { Changed } from './changed.tsx';
import css from './home.module.css';
import { Needs } from './needs.tsx';
import { Recent } from './recent.tsx';
import { Stages } from './stages.tsx';

/** What needs me, what changed. */
export default function Home() {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const { days = '30' } = useSearch({ from: '/b/$brandId/' });
  const period = usePeriod(days);
  return (
    <Page
      title={t('nav.home')}
      actions={<PeriodPicker value={days} onChange={(span) => void navigate({ to: '.', search: { days: span }, replace: true })} />}
    >
      <Needs period={period} />
      {brand.can('recruitment:read') && <Changed span={days} period={period} />}
      <div className={css.columns}>
        {brand.can('insights:read') && <Section title={t('home.stages')}><Stages /></Section>}
        {brand.can('people:read') && <Section title={t('home.recent')}><Recent /></Section>}
      </div>
    </Page>
  );
}
