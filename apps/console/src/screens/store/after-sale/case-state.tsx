import { useWords } from '../../../i18n/index.ts';
import css from '../store.module.css';
import { ours, type CaseRow } from './queries.ts';

/** What waits for the brand stands out. */
export function CaseState({ state }: { state: CaseRow['state'] }) {
  const { t } = useWords();
  return <span className={css.state} data-state={ours.includes(state) ? 'requested' : state === 'done' ? 'open' : 'closed'}>{t(`service.case_${state}`)}</span>;
}
