import { InputNumber } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../../../api/problem.ts';
import { useWords } from '../../../i18n/index.ts';
import { count, share, smallRate } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import css from './experiment.module.css';
import { powerQuery, type PowerQuestion } from './queries.ts';

const rate = (value: number): string => (value < 0.02 ? smallRate(value) : share(value));

/** How many people the test needs before it starts, and what the people there are can show. */
export function PowerPanel({ question, perArm: planned }: { question: Omit<PowerQuestion, 'perArm'>; perArm: number | null }) {
  const { t } = useWords();
  const brand = useBrand();
  const [typed, setTyped] = useState<number | null>(null);
  const perArm = typed ?? planned;
  const answer = useQuery(powerQuery(brand.id, { ...question, ...(perArm === null ? {} : { perArm }) }));
  return (
    <div className={css.power} aria-live="polite">
      {answer.error && <p role="alert">{messageOf(answer.error)}</p>}
      {!answer.data && !answer.error && <p>{t('experiments.counting')}</p>}
      {answer.data && (
        <>
          <strong>{t('experiments.required', { people: count(answer.data.required) })}</strong>
          <p>{t('experiments.requiredNote', { baseline: rate(answer.data.baseline), source: t(`experiments.source_${answer.data.source}`), once: count(answer.data.requiredOnce) })}</p>
          <div className={css.people}>
            <label>
              {t('experiments.perArm')}{' '}
              <InputNumber min={1} precision={0} value={perArm} onChange={setTyped} style={{ width: 120 }} />
            </label>
          </div>
          {answer.data.power !== null && (
            <p>{t('experiments.powerOf', { power: share(answer.data.power) })}{answer.data.detectable !== null && <> {t('experiments.detectable', { lift: share(answer.data.detectable) })}</>}</p>
          )}
        </>
      )}
    </div>
  );
}
