import { useQueries } from '@tanstack/react-query';
import { useAccounts } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './recruitment.module.css';

/** Permanent codes are a hundred thousand for ever: how many each account has used. */
export function CodeBudget() {
  const { t } = useWords();
  const brand = useBrand();
  const accounts = useAccounts()?.filter(({ state }) => state === 'connected') ?? [];
  const budgets = useQueries({
    queries: accounts.map(({ id }) => ({
      queryKey: ['brand', brand.id, 'channels', 'budget', id],
      queryFn: () => ask(api.GET('/api/brands/{brandId}/recruitment/code-budget', { params: { path: { brandId: brand.id }, query: { assetId: id } } })),
    })),
  });
  return (
    <div className={css.budgets}>
      {accounts.map(({ id, name }, index) => {
        const budget = budgets[index]?.data;
        return budget && (
          <div key={id} className={css.budget} role="meter" aria-valuenow={budget.used} aria-valuemin={0} aria-valuemax={budget.limit} aria-label={t('recruitment.permanentBudget')}>
            <span>{accounts.length > 1 ? `${name} · ` : ''}{t('recruitment.permanentBudget')}</span>
            <i><span style={{ width: `${Math.max(0.5, (100 * budget.used) / budget.limit)}%` }} /></i>
            <span className="num">{t('recruitment.usedOf', { used: count(budget.used), limit: count(budget.limit) })}</span>
          </div>
        );
      })}
    </div>
  );
}
