import { Tooltip } from 'antd';
import { useWords } from '../../../i18n/index.ts';
import type { Place } from './queries.ts';

/** Among fewer a percentile says less than the rank itself. */
const ENOUGH = 5;

/** `P83`, its rank on hover; the rank alone among a few. */
export function PlaceWords({ place }: { place: Place }) {
  const { t } = useWords();
  if (!place) return t('state.none');
  const rank = t('panel.place', { rank: place.rank, of: place.of });
  if (place.of < ENOUGH) return rank;
  return <Tooltip title={rank}><span aria-label={rank}>{t('panel.percentile', { value: Math.round(place.percentile * 100) })}</span></Tooltip>;
}
