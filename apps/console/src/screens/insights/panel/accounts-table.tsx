import { Button } from 'antd';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { AboutButton } from '../../../components/figure-card.tsx';
import { Count } from '../../../components/number.tsx';
import { Section } from '../../../components/page.tsx';
import { Spark } from '../../../components/spark.tsx';
import { Empty } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count, mean } from '../../../lib/format.ts';
import { inUnit } from '../figures/words.ts';
import css from './panel.module.css';
import { PlaceWords } from './place.tsx';
import type { Behind, Panel, PanelAccount } from './queries.ts';

interface AccountsTableProps {
  panel: Panel;
  /** Only those behind a figure. */
  behind: Behind | null;
  showAll: () => void;
  onOpen: (account: PanelAccount) => void;
}

/** One line an account; every column sorts. */
export function AccountsTable({ panel, behind, showAll, onOpen }: AccountsTableProps) {
  const { t } = useWords();
  const none = t('state.none');
  const rows = behind ? panel.accounts.filter(({ assetId }) => behind.ids.has(assetId)) : panel.accounts;
  const rateOf = ({ opens }: PanelAccount) => opens && opens.readers / opens.delivered;
  const bandOf = ({ band }: PanelAccount) => (band === null ? none : t(band === 'large' ? 'panel.large' : 'panel.small'));
  const columns: Column<PanelAccount>[] = [
    { id: 'name', title: t('panel.account'), width: 132, grow: 1, phone: 'title', cell: ({ name }) => name, text: ({ name }) => name },
    { id: 'followers', title: t('panel.followers'), width: 92, align: 'right', phone: 'aside', cell: ({ closing }) => (closing === null ? none : <Count value={closing} />), text: ({ closing }) => closing },
    { id: 'trend', title: t('panel.trend'), width: 116, cell: ({ months }) => <Spark values={months.flatMap(({ followers }) => followers ?? [])} height={24} />, text: () => null },
    { id: 'growth', title: t('panel.growthRate'), width: 84, align: 'right', phone: 'detail', cell: ({ growth }) => (growth === null ? none : inUnit('rate', growth)), text: ({ growth }) => growth },
    { id: 'growthPlace', title: t('panel.growthPlace'), width: 124, align: 'right', phone: 'detail', cell: ({ places }) => <PlaceWords place={places.growth} />, text: ({ places }) => places.growth?.percentile },
    { id: 'pushes', title: t('panel.pushes'), width: 108, align: 'right', cell: ({ pushesAMonth }) => (pushesAMonth === null ? none : mean(pushesAMonth)), text: ({ pushesAMonth }) => pushesAMonth },
    { id: 'articles', title: t('panel.articles'), width: 116, align: 'right', cell: ({ articlesAPush }) => (articlesAPush === null ? none : mean(articlesAPush)), text: ({ articlesAPush }) => articlesAPush },
    { id: 'readers', title: t('panel.readers'), width: 124, align: 'right', cell: ({ readersAnArticle }) => (readersAnArticle === null ? none : count(readersAnArticle)), text: ({ readersAnArticle }) => readersAnArticle },
    { id: 'openRate', title: t('panel.openRate'), width: 92, align: 'right', optional: panel.accounts.every(({ opens }) => opens === null), cell: (row) => { const rate = rateOf(row); return rate === null ? none : inUnit('rate', rate); }, text: rateOf },
    { id: 'band', title: t('panel.band'), width: 84, optional: true, cell: bandOf, text: bandOf },
    { id: 'followersPlace', title: t('panel.followersPlace'), width: 132, align: 'right', optional: true, cell: ({ places }) => <PlaceWords place={places.followers} />, text: ({ places }) => places.followers?.percentile },
  ];
  return (
    <Section
      title={t('panel.accounts')}
      aside={<span className="caption">{t('panel.placeAbout')}<AboutButton label={t('panel.placeAbout')}><p className={css.words}>{t('panel.placeMeaning')}</p></AboutButton></span>}
    >
      <DataTable
        id="panel-accounts"
        label={t('panel.accounts')}
        columns={columns}
        rows={rows}
        rowId={({ assetId }) => assetId}
        onOpen={onOpen}
        filters={behind && <span className={css.behind}>{behind.title} <Button type="link" size="small" onClick={showAll}>{t('panel.everyAccount')}</Button></span>}
        empty={<Empty title={t('panel.none')}>{t('panel.noneMore')}</Empty>}
      />
    </Section>
  );
}
