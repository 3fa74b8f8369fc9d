import { useQuery } from '@tanstack/react-query';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { When } from '../../../components/number.tsx';
import { Section } from '../../../components/page.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { listingsQuery, sellOutsQuery, type Storefront } from '../queries.ts';
import { useSoldOutWords } from '../sold-out-words.ts';

/** How long each window took to sell out (K-07, K-09); windows in which nothing has are left out. */
export function SellOuts({ storefront }: { storefront: Storefront }) {
  const { t } = useWords();
  const soldOutIn = useSoldOutWords();
  const brand = useBrand();
  const sellOuts = useQuery(sellOutsQuery(brand.id, storefront.id)).data?.items.filter(({ skus }) => skus.length > 0) ?? [];
  const listed = useQuery(listingsQuery(brand.id, storefront.id)).data?.items.length ?? 0;
  if (sellOuts.length === 0) return null;
  type Row = (typeof sellOuts)[number];
  const tookOf = ({ minutes, skus }: Row) => (minutes === null
    ? t('store.soldOutSome', { sold: count(skus.length), all: count(listed) })
    : soldOutIn(minutes));
  const columns: Column<Row>[] = [
    { id: 'opened', title: t('store.opened'), width: 190, phone: 'title', cell: (row) => <When at={row.openedAt} />, text: (row) => row.openedAt },
    { id: 'took', title: t('store.took'), width: 200, grow: 1, phone: 'aside', cell: tookOf, text: (row) => row.minutes },
    { id: 'soldOut', title: t('store.soldOutAt'), width: 190, phone: 'detail', cell: (row) => (row.soldOutAt === null ? t('state.none') : <When at={row.soldOutAt} />), text: (row) => row.soldOutAt },
  ];
  return (
    <Section title={t('store.sellOuts')}>
      <DataTable bare id="sell-outs" label={t('store.sellOuts')} columns={columns} rows={sellOuts} rowId={(row) => `${row.windowId} ${row.openedAt}`} empty={null} />
    </Section>
  );
}
