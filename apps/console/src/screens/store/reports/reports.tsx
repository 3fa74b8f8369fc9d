import { Button, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { DataTable } from '../../../components/data-table/data-table.tsx';
import type { Column } from '../../../components/data-table/types.ts';
import { Page, Section } from '../../../components/page.tsx';
import { Empty, LineBones, Loaded } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { ScopePicker, useScope } from '../../insights/scope-picker.tsx';
import { Behind } from './behind.tsx';
import { Funnels } from './funnels.tsx';
import { reportQuery, reportsQuery, type Asked, type Days, type ReportRow, type StoreReport } from './queries.ts';
import css from './reports.module.css';
import { madeOf, valueOf } from './value.ts';

/** What the store sold and where people left, a report at a time. */
export default function StoreReports() {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const { reportId = 'funnel' } = useParams({ strict: false });
  const { from, to } = useScope();
  const reports = useQuery(reportsQuery(brand.id));
  const report = useQuery(reportQuery(brand.id, reportId, { from, to }));
  const [asked, setAsked] = useState<Asked | null>(null);
  const choose = (next: string) => void navigate({ to: '/b/$brandId/store-reports/$reportId', params: { brandId: String(brand.id), reportId: next }, search: (search) => search });
  return (
    <Page
      title={t('nav.storeReports')}
      lead={report.data?.report.definition[language]}
      actions={(
        <div className={css.tools}>
          <Select
            className={css.report} aria-label={t('store.report')} value={reportId} onChange={choose} loading={reports.isPending}
            options={(reports.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name[language] }))}
          />
          <ScopePicker accounts={false} />
        </div>
      )}
    >
      <Loaded query={report} bones={<LineBones count={8} />}>
        {(data) => <Table data={data} days={{ from, to }} onAsk={setAsked} />}
      </Loaded>
      <Behind asked={asked} days={{ from, to }} onClose={() => setAsked(null)} />
    </Page>
  );
}

function Table({ data, days: { from, to }, onAsk }: { data: StoreReport; days: Days; onAsk: (asked: Asked) => void }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const { report, rows } = data;
  const nameOf = (row: ReportRow) => row.name?.[language] ?? row.key;
  // A phone's row has room for two: what is left in the end, else what comes first, and the last.
  const most = report.figures.find(({ id }) => id === 'net') ?? report.figures[0];
  const columns: Column<ReportRow>[] = [
    { id: 'key', title: report.key[language], width: 160, grow: 2, phone: 'title', cell: nameOf, text: nameOf },
    ...report.figures.map((figure, index): Column<ReportRow> => {
      const phone = figure === most ? { phone: 'aside' as const } : index === report.figures.length - 1 ? { phone: 'detail' as const } : {};
      const cellOf = (row: ReportRow) => row.cells.find((one) => one.figure === figure.id)!;
      const opens = figure.behind === 'orders' || (figure.behind === 'contacts' && brand.can('people:read'));
      return {
        id: figure.id, title: figure.name[language], width: 130, grow: 1, align: 'right', ...phone, text: (row) => cellOf(row).value,
        cell(row) {
          const cell = cellOf(row);
          const shown = <>{valueOf(figure, cell) ?? t('state.none')}{cell.denominator !== null && <small>{madeOf(figure, cell)}</small>}</>;
          return opens && cell.numerator > 0 ? <Button type="link" className={css.value} onClick={() => onAsk({ report, figure, row, cell })}>{shown}</Button> : <span className={css.value}>{shown}</span>;
        },
      };
    }),
  ];
  return (
    <>
      {report.id === 'funnel' && rows.length > 0 && <Funnels data={data} />}
      <Section title={report.name[language]} aside={<a href={`/api/brands/${brand.id}/store/reports/${report.id}.csv?from=${from}&to=${to}`} download>{t('chart.downloadCsv')}</a>}>
        <DataTable bare id={`report-${report.id}`} label={report.name[language]} columns={columns} rows={rows} rowId={(row) => row.key} empty={<Empty title={t('store.noReportRows')}>{t('store.noReportRowsMore')}</Empty>} />
        <dl className={css.words}>
          {report.figures.map((figure) => (
            <div key={figure.id} style={{ display: 'contents' }}>
              <dt>{figure.name[language]}</dt>
              <dd>{figure.denominator === null ? figure.numerator[language] : t('store.madeOf', { numerator: figure.numerator[language], denominator: figure.denominator[language] })}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}
