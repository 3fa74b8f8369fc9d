import { Tooltip } from 'antd';
import { ago, bigCount, count, dateTime } from '../lib/format.ts';
import { useWords } from '../i18n/index.ts';
import { useNow } from '../lib/use-now.ts';

/** A count as the reader's language writes it, the exact one on hover. */
export function Count({ value }: { value: number }) {
  const { language } = useWords();
  const shown = bigCount(value, language);
  const exact = count(value);
  if (shown === exact) return <span className="num">{exact}</span>;
  return <Tooltip title={exact}><span className="num" aria-label={exact}>{shown}</span></Tooltip>;
}

/** A count of people that head office may not see: then why it does not. */
export function PeopleCount({ value, suppressed }: { value: number | null; suppressed?: 'small' | 'complement' | undefined }) {
  const { t } = useWords();
  if (value !== null) return <Count value={value} />;
  return <span className="quiet" title={t('figure.suppressedNote')}>{t(`figure.${suppressed ?? 'notEnough'}`)}</span>;
}

/** `3 minutes ago`, the moment itself on hover. */
export function Ago({ at }: { at: string | Date }) {
  const { language } = useWords();
  const now = useNow();
  return <time className="num" dateTime={new Date(at).toISOString()} title={dateTime(at, language)}>{ago(at, now, language)}</time>;
}

export function When({ at }: { at: string | Date }) {
  const { language } = useWords();
  return <time className="num" dateTime={new Date(at).toISOString()}>{dateTime(at, language)}</time>;
}
