import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api, ask } from '../../api/client.ts';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { useScope } from './scope-picker.tsx';

/** The report of what the page shows, in the reader's language: as PDF, or as a page to print where no Chromium is installed. */
export function ReportButton() {
  const { t, language } = useWords();
  const { id } = useBrand();
  const { from, to, assetId } = useScope();
  const abilities = useQuery({
    queryKey: ['brand', id, 'insights-report-abilities'],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/insights/report/abilities', { params: { path: { brandId: id } } })),
    staleTime: Infinity,
  });
  const report = (kind: string) => `/api/brands/${id}/insights/${kind}?${new URLSearchParams({ from, to, lang: language, ...(assetId ? { assetId } : {}) })}`;
  const pdf = abilities.data?.pdf === true;
  return (
    <>
      <Button href={report('report')} target="_blank">{t(pdf ? 'insights.report' : 'insights.reportPrint')}</Button>
      {pdf && <Button href={report('report.pdf')} target="_blank">PDF</Button>}
    </>
  );
}
