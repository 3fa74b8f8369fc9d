import { useCatalogue } from '../../../api/catalogue.ts';
import { useWords } from '../../../i18n/index.ts';
import { AmountInput } from './amount-input.tsx';
import type { SegmentInputs } from './queries.ts';
import css from './value.module.css';

export const stageOrder = ['lead', 'prospect', 'new', 'recurring'] as const;
const purchaseKeys = ['firstFen', 'newFen', 'recurringFen'] as const;

/** People, conversion and purchase of each stage, to be played with. */
export function ValueInputs({ inputs, onChange }: { inputs: SegmentInputs; onChange: (inputs: SegmentInputs) => void }) {
  const { t, language } = useWords();
  const catalogue = useCatalogue();
  return (
    <>
      <div className={css.inputs}>
        <span className="caption">{t('contacts.stage')}</span><span className="caption">{t('insights.value.people')}</span><span className="caption">{t('insights.value.conversion')}</span>
        {stageOrder.map((stage) => {
          const name = catalogue?.stages[stage]?.[language] ?? stage;
          return (
            <div key={stage} style={{ display: 'contents' }}>
              <span>{name}</span>
              <AmountInput label={`${name} ${t('insights.value.people')}`} kind="people" value={inputs.people[stage]} onChange={(value) => onChange({ ...inputs, people: { ...inputs.people, [stage]: value ?? 0 } })} />
              <AmountInput label={`${name} ${t('insights.value.conversion')}`} kind="percent" value={inputs.conversions[stage]?.rate ?? null} onChange={(rate) => onChange({ ...inputs, conversions: { ...inputs.conversions, [stage]: rate === null ? null : { rate } } })} />
            </div>
          );
        })}
      </div>
      <Purchases purchases={inputs.purchases} onChange={(purchases) => onChange({ ...inputs, purchases })} />
    </>
  );
}

export function Purchases({ purchases, onChange, disabled = false }: { purchases: SegmentInputs['purchases']; onChange: (purchases: SegmentInputs['purchases']) => void; disabled?: boolean }) {
  const { t } = useWords();
  return (
    <div className={css.purchases}>
      {purchaseKeys.map((key) => (
        <label key={key}>
          <span className="caption">{t(`insights.value.${key}`)}</span>
          <AmountInput label={t(`insights.value.${key}`)} kind="money" disabled={disabled} value={purchases[key]} onChange={(value) => onChange({ ...purchases, [key]: value })} />
        </label>
      ))}
    </div>
  );
}
