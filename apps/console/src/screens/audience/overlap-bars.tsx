import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/index.ts';
import { count, share } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './audience.module.css';

export interface OverlapRow {
  segmentId: string;
  name: string;
  both: number;
  size: number | null;
}

/** What part of one segment stands in others too. */
export function OverlapBars({ own, rows }: { own: number; rows: readonly OverlapRow[] }) {
  const { t } = useWords();
  const brand = useBrand();
  return (
    <ul className={css.overlaps}>
      {rows.map(({ segmentId, name, both, size }) => (
        <li key={segmentId}>
          <Link to="/b/$brandId/audience/$segmentId" params={{ brandId: String(brand.id), segmentId }}>{name}</Link>
          <span className="num">{t('audience.shared', { count: both, shown: count(both), share: share(own === 0 ? 0 : both / own) })}</span>
          <i aria-hidden><span style={{ width: `${own === 0 ? 0 : Math.min(100, (100 * both) / own)}%` }} /></i>
          {size !== null && <span className="caption num">{t('audience.ofOther', { size: count(size), share: share(size === 0 ? 0 : both / size) })}</span>}
        </li>
      ))}
    </ul>
  );
}
