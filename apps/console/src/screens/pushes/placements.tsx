import { useWords } from '../../i18n/index.ts';
import { count, points, share } from '../../lib/format.ts';
import css from './pushes.module.css';
import type { PushResults } from './queries.ts';

type Placement = PushResults['placements'][number];

/** What was published of click-through: "read more" 15 to 25 %, a mini-program card nearly 37 % (K-01, K-02). */
const bands: Partial<Record<Placement['placement'], { from: number; to: number }>> = { read_more: { from: 0.15, to: 0.25 }, mp_card: { from: 0.36, to: 0.38 } };

/** Clickers over readers by where the link stands, beside the published band. */
export function Placements({ rows }: { rows: readonly Placement[] }) {
  const { t } = useWords();
  const rated = rows.map((row) => ({ ...row, ctr: row.clickers === null || !row.readers ? null : row.clickers / row.readers, band: bands[row.placement] }));
  const most = Math.max(0.01, ...rated.map(({ ctr, band }) => Math.max(ctr ?? 0, band?.to ?? 0)));
  const width = (ratio: number) => `${(100 * ratio) / most}%`;
  const [card, more] = (['mp_card', 'read_more'] as const).map((name) => rated.find(({ placement }) => placement === name)?.ctr ?? null);
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
      {card && more && <p className="caption">{t('pushes.cardGap', { gap: points(card - more), times: (card / more).toFixed(2) })}</p>}
    </>
  );
}
