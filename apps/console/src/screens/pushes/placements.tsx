import { useWords } from '../../i18n/index.ts';
import { count, points, share } from '../../lib/format.ts';
import { cardGap, placementRates } from './placement-rates.ts';
import css from './pushes.module.css';
import type { PushResults } from './queries.ts';

/** Clickers over readers by where the link stands, beside the published band. */
export function Placements({ rows }: { rows: PushResults['placements'] }) {
  const { t } = useWords();
  const rated = placementRates(rows);
  const most = Math.max(0.01, ...rated.map(({ ctr, band }) => Math.max(ctr ?? 0, band?.to ?? 0)));
  const width = (ratio: number) => `${(100 * ratio) / most}%`;
  const gap = cardGap(rated);
  return (
    <>
      <ul className={css.placements}>
        {rated.map(({ placement, ctr, band, clickers, readers, anonymous }) => (
          <li key={placement}>
            <span>{t(`pushes.placement_${placement}`)}</span>
            <i aria-hidden>
              {band && <em style={{ left: width(band.from), width: width(band.to - band.from) }} />}
              {ctr !== null && <b style={{ width: width(ctr) }} />}
            </i>
            <strong className="num">{ctr === null ? t('state.none') : share(ctr)}</strong>
            <span className="caption num">
              {t('pushes.ctrOf', { clickers: count(clickers ?? 0), readers: readers === null ? t('state.none') : count(readers) })}
              {anonymous > 0 && <> · {t('pushes.anonymousN', { shown: count(anonymous) })}</>}
              {band && <> · {t('pushes.published', { from: share(band.from), to: share(band.to) })}</>}
            </span>
          </li>
        ))}
      </ul>
      {gap && <p className="caption">{t('pushes.cardGap', { gap: points(gap.gap), times: gap.times.toFixed(2) })}</p>}
    </>
  );
}
