import { Input, Select } from 'antd';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAccounts } from '../../api/accounts.ts';
import { useWords } from '../../i18n/index.ts';
import { useNow } from '../../lib/use-now.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { daysOfSpan, endedMonths, spans, type InsightSpan } from './period.ts';
import type { Scope } from './queries.ts';
import { insightSearch, type InsightSearch } from './search.ts';
import css from './insights.module.css';

const preset: InsightSpan = '365';

/** What the address asks about. */
export function useScope(): Scope & { span: InsightSpan } {
  const search: InsightSearch = useSearch({ strict: false });
  const span = search.period ?? preset;
  const now = useNow();
  const days = daysOfSpan(span, now, search);
  return { ...(useBrand().aggregatesOnly ? endedMonths(days, now) : days), assetId: search.account, span };
}

/** @param accounts whether one of several accounts can be chosen */
export function ScopePicker({ accounts: byAccount = true }: { accounts?: boolean }) {
  const { t } = useWords();
  const { span, from, to, assetId } = useScope();
  const navigate = useNavigate();
  const accounts = useAccounts();
  const go = (next: InsightSearch) => void navigate({ to: '.', search: insightSearch({ account: assetId, period: span, ...(span === 'custom' ? { from, to } : {}), ...next }), replace: true });
  return (
    <div className={css.pickers}>
      {byAccount && accounts !== undefined && accounts.length > 1 && (
        <Select
          aria-label={t('insights.account')}
          className={css.account}
          value={assetId ?? ''}
          onChange={(account) => go({ account: account === '' ? undefined : account })}
          options={[{ value: '', label: t('insights.allAccounts') }, ...accounts.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      <Select<InsightSpan>
        aria-label={t('period.label')}
        className={css.span}
        value={span}
        onChange={(period) => go({ period, ...(period === 'custom' ? { from, to } : { from: undefined, to: undefined }) })}
        options={spans.map((value) => ({ value, label: t(`insights.span.${value}`) }))}
      />
      {span === 'custom' && (
        <span className={css.custom}>
          <Input type="date" value={from} max={to} aria-label={t('contacts.from')} onChange={(event) => event.target.value && go({ from: event.target.value })} />
          <Input type="date" value={to} min={from} aria-label={t('contacts.to')} onChange={(event) => event.target.value && go({ to: event.target.value })} />
        </span>
      )}
    </div>
  );
}
