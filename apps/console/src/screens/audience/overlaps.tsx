import { useQuery } from '@tanstack/react-query';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './audience.module.css';
import { OverlapBars } from './overlap-bars.tsx';
import { overlapsQuery } from './queries.ts';

export function Overlaps({ segmentId, size }: { segmentId: string; size: number }) {
  const { t } = useWords();
  const overlaps = useQuery(overlapsQuery(useBrand().id, segmentId));
  return (
    <section className={css.panel}>
      <h3>{t('audience.overlap')}</h3>
      <Loaded query={overlaps} bones={<LineBones />}>
        {({ items, oneIn }) => (items.length === 0
          ? <p className="quiet">{t('audience.noOverlap')}</p>
          : <><OverlapBars own={size} rows={items} />{oneIn > 1 && <p className="caption">{t('audience.estimated', { oneIn: count(oneIn) })}</p>}</>)}
      </Loaded>
    </section>
  );
}
