import { useQuery } from '@tanstack/react-query';
import type { Account } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import { Chart } from '../../charts/chart.tsx';
import { timeLines } from '../../charts/options.ts';
import { ChartBones, Empty, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { bigCount, count, date, difference } from '../../lib/format.ts';
import { periodEnding } from '../../lib/period.ts';
import { useNow } from '../../lib/use-now.ts';
import { useBrand } from '../../shell/brand-context.ts';

/** Followers over time by WeChat's own count, which reaches back before the account was connected. */
export function GrowthChart({ account }: { account: Account }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const { from, to } = periodEnding(useNow(), 365);
  const followers = useQuery({
    queryKey: ['brand', brand.id, 'cumulative', account.id, from, to],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/accounts/{assetId}/cumulative', { params: { path: { brandId: brand.id, assetId: account.id }, query: { from, to } } })),
  });
  return (
    <Loaded query={followers} bones={<ChartBones />}>
      {({ items }) => {
        const first = items[0];
        const last = items.at(-1);
        if (!first || !last || items.length < 2) return <Empty title={t('accounts.noGrowth')}>{t('accounts.noGrowthMore')}</Empty>;
        const words = t('accounts.growth', {
          followers: bigCount(last.followers, language), change: difference(last.followers - first.followers), day: date(first.day, language),
        });
        return (
          <Chart
            title={words}
            note={t('accounts.growthNote')}
            summary={words}
            height={220}
            option={timeLines({ days: items.map(({ day }) => day), series: [{ name: t('accounts.followers'), values: items.map((one) => one.followers) }], language, format: count })}
            table={{ header: [t('recruitment.day'), t('accounts.followers')], rows: items.map((one) => [one.day, one.followers]) }}
            fileName={`followers-${account.appid}`}
          />
        );
      }}
    </Loaded>
  );
}
