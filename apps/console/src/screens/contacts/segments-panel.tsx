import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { NamedField } from '../../shell/named-field.tsx';
import { useNames, useSearch } from '../../shell/names.ts';
import audienceCss from '../audience/audience.module.css';
import { belongingQuery } from '../audience/queries.ts';
import { WhyDrawer } from '../audience/why-drawer.tsx';
import css from './contact.module.css';

/** The segments a person is in, each with the reason; of any other one the reason why not. */
export function SegmentsPanel({ contactId }: { contactId: number }) {
  const { t } = useWords();
  const brand = useBrand();
  const belonging = useQuery(belongingQuery(brand.id, contactId));
  const [asked, setAsked] = useState<string | null>(null);
  const mine = new Set(belonging.data?.items.map(({ id }) => id));
  const live = useSearch('liveSegments', '', true).data;
  const any = live !== undefined && (live.more || live.items.some(({ id }) => !mine.has(id)));
  const names = useNames('segments', asked === null ? [] : [asked]);
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
      {any && (
        <div style={{ marginTop: 8 }}>
          <NamedField what="liveSegments" width="100%" except={[...mine]} label={t('audience.whyNot')} value={null} onChange={setAsked} />
        </div>
      )}
      <WhyDrawer segmentId={asked ?? ''} contactId={asked === null ? null : contactId} about={names.get(asked ?? '')?.name ?? ''} onClose={() => setAsked(null)} />
    </section>
  );
}
