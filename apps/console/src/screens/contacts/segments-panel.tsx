import { Button, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import audienceCss from '../audience/audience.module.css';
import { allSegmentsQuery, belongingQuery } from '../audience/queries.ts';
import { WhyDrawer } from '../audience/why-drawer.tsx';
import css from './contact.module.css';

/** The segments a person is in, each with the reason; of any other one the reason why not. */
export function SegmentsPanel({ contactId }: { contactId: number }) {
  const { t } = useWords();
  const brand = useBrand();
  const belonging = useQuery(belongingQuery(brand.id, contactId));
  const all = useQuery(allSegmentsQuery(brand.id, 'live'));
  const [asked, setAsked] = useState<string | null>(null);
  const mine = new Set(belonging.data?.items.map(({ id }) => id));
  const others = (all.data?.items ?? []).filter(({ id }) => !mine.has(id));
  return (
    <section className={css.panel} aria-label={t('audience.segments')}>
      <h3>{t('audience.segments')}</h3>
      <Loaded query={belonging} bones={<LineBones count={2} />}>
        {({ items }) => (items.length === 0
          ? <p className={css.missing}>{t('audience.inNone')}</p>
          : (
            <ul className={audienceCss.belongs}>
              {items.map(({ id, name }) => (
                <li key={id}>
                  <Link to="/b/$brandId/audience/$segmentId" params={{ brandId: String(brand.id), segmentId: id }}>{name}</Link>
                  <Button type="link" size="small" onClick={() => setAsked(id)}>{t('audience.why')}</Button>
                </li>
              ))}
            </ul>
          ))}
      </Loaded>
      {others.length > 0 && (
        <Select
          style={{ width: '100%', marginTop: 8 }}
          value={null}
          placeholder={t('audience.whyNot')}
          aria-label={t('audience.whyNot')}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(id: string | null) => setAsked(id)}
        />
      )}
      <WhyDrawer segmentId={asked ?? ''} contactId={asked === null ? null : contactId} about={all.data?.items.find(({ id }) => id === asked)?.name ?? ''} onClose={() => setAsked(null)} />
    </section>
  );
}
