import { App, Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCatalogue } from '../../../api/catalogue.ts';
import { api, ask } from '../../../api/client.ts';
import { useTelling } from '../../../components/use-telling.ts';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { AmountInput } from './amount-input.tsx';
import type { LiveValue, SegmentSettings } from './queries.ts';
import { Purchases, stageOrder } from './value-inputs.tsx';
import css from './value.module.css';

/** What the brand states: purchases, and conversions that cannot be measured. */
export function StatedValues({ settings, conversions }: { settings: SegmentSettings; conversions: LiveValue['conversions'] }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const telling = useTelling();
  const queryClient = useQueryClient();
  const catalogue = useCatalogue();
  const [stated, setStated] = useState(settings);
  const [busy, setBusy] = useState(false);
  const may = brand.can('insights:write');
  const unmeasured = stageOrder.filter((stage) => conversions.find((one) => one.stage === stage)?.from !== 'measured');
  const save = async () => {
    setBusy(true);
    await telling(async () => {
      await ask(api.PUT('/api/brands/{brandId}/insights/segment-value/settings', { params: { path: { brandId: brand.id } }, body: stated }));
      await queryClient.invalidateQueries({ queryKey: ['brand', brand.id, 'insights-segment-value'] });
      void message.success(t('settings.saved'));
    });
    setBusy(false);
  };
  return (
    <>
      <Purchases purchases={stated.purchases} disabled={!may} onChange={(purchases) => setStated({ ...stated, purchases })} />
      {unmeasured.length > 0 && (
        <div className={css.purchases}>
          {unmeasured.map((stage) => {
            const label = t('insights.value.conversionOf', { stage: catalogue?.stages[stage]?.[language] ?? stage });
            return (
              <label key={stage}>
                <span className="caption">{label}</span>
                <AmountInput label={label} kind="percent" disabled={!may} value={stated.rates[stage]} onChange={(rate) => setStated({ ...stated, rates: { ...stated.rates, [stage]: rate } })} />
              </label>
            );
          })}
        </div>
      )}
      {may && <Button type="primary" loading={busy} disabled={JSON.stringify(stated) === JSON.stringify(settings)} onClick={() => void save()}>{t('action.save')}</Button>}
    </>
  );
}
