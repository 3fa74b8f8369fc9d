import { Segmented } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Page, Section } from '../../../components/page.tsx';
import { ChartBones, Failure, LineBones, Loaded } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { ScopePicker, useScope } from '../scope-picker.tsx';
import { InsightTabs } from '../tabs.tsx';
import { exampleQuery, liveValueQuery, valuePreviewQuery, type SegmentInputs } from './queries.ts';
import { StatedValues } from './stated-values.tsx';
import { ValueChart } from './value-chart.tsx';
import { ValueInputs } from './value-inputs.tsx';
import { ValueList } from './value-list.tsx';
import css from './value.module.css';

type Shown = 'live' | 'example';

/** What the people of each stage are worth (W-30 to W-32): the brand's own, or numbers to play with. */
export default function SegmentValue() {
  const { t } = useWords();
  const brand = useBrand();
  const [shown, setShown] = useState<Shown>('live');
  return (
    <Page
      title={t('insights.segmentValue')}
      lead={t('insights.value.lead')}
      back={<Link to="/b/$brandId/insights/opportunities" params={{ brandId: String(brand.id) }}>{t('insights.opportunities')}</Link>}
      tabs={<InsightTabs />}
      actions={shown === 'live' && <ScopePicker accounts={false} />}
    >
      <div className={css.switch}>
        <Segmented<Shown> value={shown} onChange={setShown} options={[{ value: 'live', label: t('insights.value.live') }, { value: 'example', label: t('insights.value.example') }]} />
      </div>
      {shown === 'live' ? <Live /> : <Example />}
    </Page>
  );
}

function Live() {
  const { t, language } = useWords();
  const brand = useBrand();
  const live = useQuery(liveValueQuery(brand.id, useScope()));
  return (
    <Loaded query={live} bones={<ChartBones />}>
      {({ rows, totalFen, conversions, notes, settings }) => (
        <>
          <div className={css.columns}>
            <ValueChart rows={rows} />
            <ValueList rows={rows} totalFen={totalFen} conversions={conversions} />
          </div>
          {notes.length > 0 && <div className={css.notes}>{notes.map((note) => <p key={note.en}>{note[language]}</p>)}</div>}
          <Section title={t('insights.value.statedTitle')} note={t('insights.value.statedNote')}>
            <StatedValues key={JSON.stringify(settings)} settings={settings} conversions={conversions} />
          </Section>
        </>
      )}
    </Loaded>
  );
}

function Example() {
  const { t } = useWords();
  const brand = useBrand();
  const example = useQuery(exampleQuery(brand.id));
  const [changed, setChanged] = useState<SegmentInputs>();
  const inputs = changed ?? example.data?.inputs;
  const preview = useQuery(valuePreviewQuery(brand.id, inputs));
  if (example.error) return <Failure error={example.error} retry={() => void example.refetch()} />;
  if (!inputs) return <div aria-busy="true"><LineBones count={6} /></div>;
  const value = preview.data;
  return (
    <div className={css.columns}>
      <div>
        <p className={css.formula} style={{ marginBottom: 16 }}>{t('insights.value.exampleNote')}</p>
        <ValueInputs inputs={inputs} onChange={setChanged} />
      </div>
      <div>
        {preview.error && <Failure error={preview.error} />}
        {value && <><ValueChart rows={value.rows} /><div style={{ marginTop: 24 }}><ValueList rows={value.rows} totalFen={value.totalFen} /></div></>}
      </div>
    </div>
  );
}
