import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { Count } from '../../../components/number.tsx';
import { Section } from '../../../components/page.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count, mean } from '../../../lib/format.ts';
import { inUnit } from '../figures/words.ts';
import type { Days } from '../period.ts';
import { PlaceWords } from './place.tsx';
import { brandsQuery, type BrandRow } from './queries.ts';

/** The organisation's brands, for those with a role on the whole of it. */
export function BrandsTable({ organisationId, days }: { organisationId: string; days: Days }) {
  const { t } = useWords();
  const answer = useQuery(brandsQuery(organisationId, days));
  const none = t('state.none');
  const columns: Column<BrandRow>[] = [
    {
      id: 'brand', title: t('panel.brand'), width: 140, grow: 1, phone: 'title', text: ({ name }) => name,
      cell: ({ brandId, name }) => <Link to="/b/$brandId/insights" params={{ brandId: String(brandId) }}>{name}</Link>,
    },
    { id: 'accounts', title: t('panel.amount'), width: 92, align: 'right', cell: ({ accounts }) => count(accounts), text: ({ accounts }) => accounts },
    { id: 'followers', title: t('panel.followers'), width: 92, align: 'right', phone: 'aside', cell: ({ closing }) => (closing === null ? none : <Count value={closing} />), text: ({ closing }) => closing },
    { id: 'growth', title: t('panel.growthRate'), width: 84, align: 'right', phone: 'detail', cell: ({ growth }) => (growth === null ? none : inUnit('rate', growth)), text: ({ growth }) => growth },
    { id: 'growthPlace', title: t('panel.growthPlace'), width: 124, align: 'right', phone: 'detail', cell: ({ places }) => <PlaceWords place={places.growth} />, text: ({ places }) => places.growth?.percentile },
    { id: 'pushes', title: t('panel.pushes'), width: 108, align: 'right', cell: ({ pushesAMonth }) => (pushesAMonth === null ? none : mean(pushesAMonth)), text: ({ pushesAMonth }) => pushesAMonth },
    { id: 'articles', title: t('panel.articles'), width: 116, align: 'right', cell: ({ articlesAPush }) => (articlesAPush === null ? none : mean(articlesAPush)), text: ({ articlesAPush }) => articlesAPush },
    {
      id: 'openRate', title: t('panel.openRate'), width: 92, align: 'right', text: ({ opens }) => opens && opens.readers / opens.delivered,
      cell: ({ opens }) => (opens ? inUnit('rate', opens.readers / opens.delivered) : none),
    },
  ];
  return (
    <Section title={t('panel.brands')} note={t('panel.brandsNote')}>
      <DataTable
        id="panel-brands" label={t('panel.brands')} columns={columns} rows={answer.data?.brands} rowId={({ brandId }) => String(brandId)}
        error={answer.error} retry={() => void answer.refetch()} empty={null}
      />
    </Section>
  );
}
