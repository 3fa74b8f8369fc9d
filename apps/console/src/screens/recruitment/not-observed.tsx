import { useWords } from '../../i18n/index.ts';
import { dateTime } from '../../lib/format.ts';
import type { Gap } from './queries.ts';

/** When an account was disconnected: what the figures have of this time is no zero. */
export function NotObserved({ gaps }: { gaps: readonly Gap[] }) {
  const { t, language } = useWords();
  return gaps.map(({ assetId, name, from, to }) => (
    <p key={assetId + from}>
      {to === null ? t('recruitment.notObservedSince', { name, from: dateTime(from, language) }) : t('recruitment.notObserved', { name, from: dateTime(from, language), to: dateTime(to, language) })}
    </p>
  ));
}
