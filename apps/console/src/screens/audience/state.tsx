import { useWords } from '../../i18n/index.ts';
import css from './audience.module.css';
import type { SegmentRow, State } from './queries.ts';

export function SegmentState({ state }: { state: State }) {
  const { t } = useWords();
  return <span className={css.state} data-state={state}>{t(`audience.states.${state}`)}</span>;
}

/** Its rule was changed after it was published. */
export const isChanged = ({ kind, version, liveVersion }: Pick<SegmentRow, 'kind' | 'version' | 'liveVersion'>): boolean =>
  kind === 'rule' && liveVersion !== null && liveVersion !== version;
