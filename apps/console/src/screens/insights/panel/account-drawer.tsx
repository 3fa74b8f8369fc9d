import { Drawer } from 'antd';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { DefinitionLines } from '../../../components/figure-card.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count, difference, mean, month as monthWords } from '../../../lib/format.ts';
import { inUnit } from '../figures/words.ts';
import css from './panel.module.css';
import { PlaceWords } from './place.tsx';
import type { PanelAccount, Place } from './queries.ts';

type Month = PanelAccount['months'][number];

/** One account's period: where it stands, and month by month. */
export function AccountDrawer({ account, onClose }: { account: PanelAccount | null; onClose: () => void }) {
  return (
    <Drawer open={account !== null} onClose={onClose} size={560} title={account?.name} destroyOnHidden>
      {account && <AccountPeriod account={account} />}
    </Drawer>
  );
}

function AccountPeriod({ account }: { account: PanelAccount }) {
  const { t, language } = useWords();
  const none = t('state.none');
  const written = (value: number | null, format: (value: number) => string) => (value === null ? none : format(value));
  const placed = (value: string, place: Place) => <>{value}{place && <> · <PlaceWords place={place} /></>}</>;
  const { places } = account;
  const columns: Column<Month>[] = [
    { id: 'month', title: t('panel.month'), width: 88, grow: 1, phone: 'title', cell: ({ month }) => monthWords(`${month}-15`, language), text: ({ month }) => month },
    { id: 'followers', title: t('panel.followers'), width: 88, align: 'right', phone: 'aside', cell: ({ followers }) => written(followers, count), text: ({ followers }) => followers },
    { id: 'net', title: t('panel.net'), width: 72, align: 'right', phone: 'detail', cell: ({ net }) => written(net, difference), text: ({ net }) => net },
    { id: 'sends', title: t('panel.sends'), width: 64, align: 'right', cell: ({ pushes }) => written(pushes, count), text: ({ pushes }) => pushes },
    { id: 'written', title: t('panel.written'), width: 64, align: 'right', cell: ({ articles }) => written(articles, count), text: ({ articles }) => articles },
  ];
  return (
    <>
      <div className={css.facts}>
        <DefinitionLines
          lines={[
            [t('panel.opening'), written(account.opening, count)],
            [t('panel.closing'), placed(written(account.closing, count), places.followers)],
            [t('panel.growthRate'), placed(written(account.growth, (value) => inUnit('rate', value)), places.growth)],
            [t('panel.pushes'), placed(written(account.pushesAMonth, mean), places.pushesAMonth)],
            [t('panel.articles'), placed(written(account.articlesAPush, mean), places.articlesAPush)],
            [t('panel.openRate'), account.opens && placed(inUnit('rate', account.opens.readers / account.opens.delivered), places.openRate)],
          ]}
        />
      </div>
      <DataTable id={`panel-${account.assetId}`} label={account.name} columns={columns} rows={account.months} rowId={({ month }) => month} bare empty={null} />
    </>
  );
}
