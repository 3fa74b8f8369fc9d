import { useWords } from '../../../i18n/index.ts';
import css from './panel.module.css';
import type { PanelMeasure } from './queries.ts';

/** Names that are said before it is "and others". */
const NAMED = 3;

/** Which accounts are not in a measure, a line for each reason. */
export function LeftOut({ measure }: { measure: PanelMeasure }) {
  const { t, language } = useWords();
  const reasons = [...new Set(measure.leftOut.map(({ why }) => why[language]))];
  if (reasons.length === 0) return null;
  return (
    <ul className={css.leftOut}>
      {reasons.map((why) => {
        const accounts = measure.leftOut.filter((one) => one.why[language] === why);
        const names = accounts.slice(0, NAMED).map(({ name }) => name).join(language === 'zh' ? '、' : ', ');
        return <li key={why}>{t('panel.leftOut', { count: accounts.length, names: accounts.length > NAMED ? t('panel.andMore', { names }) : names, why })}</li>;
      })}
    </ul>
  );
}
