import { useQuery } from '@tanstack/react-query';
import { Page, Section } from '../../../components/page.tsx';
import { LineBones, Loaded } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { InsightTabs } from '../tabs.tsx';
import { Deliveries } from './deliveries.tsx';
import { deliveriesQuery, insightSettingsQuery, scheduleQuery } from './queries.ts';
import { ScheduleForm } from './schedule-form.tsx';
import { SendNow } from './send-now.tsx';
import { SizeBandForm } from './size-band-form.tsx';

/** The report by e-mail with what became of it, and what the figures go by. */
export default function Reports() {
  const { t } = useWords();
  const brand = useBrand();
  const schedule = useQuery(scheduleQuery(brand.id));
  const deliveries = useQuery(deliveriesQuery(brand.id));
  const settings = useQuery(insightSettingsQuery(brand.id));
  return (
    <Page title={t('nav.insights')} tabs={<InsightTabs />} actions={brand.can('insights:write') && schedule.data && <SendNow schedule={schedule.data} />}>
      <Section title={t('reports.monthly')} note={t('reports.monthlyNote')}>
        <Loaded query={schedule} bones={<LineBones count={6} />}>{(saved) => <ScheduleForm saved={saved} />}</Loaded>
      </Section>
      <Section title={t('reports.deliveries')}>
        <Loaded query={deliveries} bones={<LineBones />}>{({ items }) => <Deliveries items={items} />}</Loaded>
      </Section>
      <Section title={t('reports.figures')} note={t('reports.figuresNote')}>
        <Loaded query={settings} bones={<LineBones count={2} />}>{(saved) => <SizeBandForm saved={saved} />}</Loaded>
      </Section>
    </Page>
  );
}
