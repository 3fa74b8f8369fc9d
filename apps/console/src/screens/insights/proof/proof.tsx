import { Button } from 'antd';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../../api/problem.ts';
import { Page } from '../../../components/page.tsx';
import { Empty, Failure, LineBones, RowBones } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { date, dateTime } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { jobsQuery } from '../../../shell/activity.tsx';
import { SentenceList } from '../figures/sentences.tsx';
import { InsightTabs } from '../tabs.tsx';
import { CalibratedTable } from './calibrated-table.tsx';
import { MeasuredTable } from './measured-table.tsx';
import css from './proof.module.css';
import { isUnderWay, proofQuery, startProof, type Proof, type Run } from './queries.ts';

/** That the figures are right: beside what the sandbox knows its followers did, and beside what was published. Demos only. */
export default function ProofPage() {
  const { t } = useWords();
  const brand = useBrand();
  const queryClient = useQueryClient();
  const latest = useQuery(proofQuery(brand.id));
  const start = useMutation({
    mutationFn: () => startProof(brand.id),
    onSuccess: () => Promise.all([
      queryClient.invalidateQueries({ queryKey: proofQuery(brand.id).queryKey }), queryClient.invalidateQueries({ queryKey: jobsQuery(brand.id).queryKey }),
    ]),
  });
  const { run = null, proof = null } = latest.data ?? {};
  const under = isUnderWay(run);
  const button = (text: string) => <Button type="primary" loading={start.isPending} disabled={under} onClick={() => start.mutate()}>{text}</Button>;
  const noSandbox = latest.error instanceof ApiError && latest.error.status === 404;
  const failed = !under && !start.isError && (run?.state === 'failed' || run?.state === 'cancelled');
  return (
    <Page title={t('nav.insights')} tabs={<InsightTabs />} actions={proof && button(t('proof.again'))}>
      {noSandbox ? <Empty title={t('proof.noSandbox')}>{t('proof.noSandboxMore')}</Empty>
        : latest.isError && !latest.data ? <Failure error={latest.error} retry={() => void latest.refetch()} />
          : !latest.data ? <div aria-busy="true"><LineBones /><RowBones /></div>
            : (
              <>
                {start.isError && <Failure error={start.error} retry={() => start.mutate()} />}
                {failed && <Stopped run={run!} />}
                {under && <UnderWay run={run!} />}
                {proof ? <Proven proof={proof} /> : !under && <Empty title={t('proof.none')} action={button(t('proof.run'))}>{t('proof.noneMore')}</Empty>}
              </>
            )}
    </Page>
  );
}

function UnderWay({ run: { state, step, done, total } }: { run: Run }) {
  const { t } = useWords();
  const words = state === 'queued' || step === null ? t('proof.step.queued') : t(`proof.step.${step}`, { at: done + 1, of: (total ?? 2) - 1 });
  return (
    <div className={css.underWay} role="status">
      <b>{t('proof.underWay')}</b> {words}
      <div className={css.bar} role="progressbar" aria-label={t('proof.underWay')} aria-valuemin={0} {...(total === null ? {} : { 'aria-valuemax': total, 'aria-valuenow': done })}>
        <span style={{ width: `${(total === null ? 0.04 : (done + 0.5) / total) * 100}%` }} />
      </div>
    </div>
  );
}

function Stopped({ run: { state, lastError } }: { run: Run }) {
  const { t, language } = useWords();
  return (
    <div className={css.stopped} role="alert">
      <b>{t('proof.failed')}</b> {state === 'cancelled' ? t('proof.cancelled') : lastError?.[language]}
    </div>
  );
}

function Proven({ proof }: { proof: Proof }) {
  const { t, language } = useWords();
  const day = (text: string) => date(`${text}T12:00:00+08:00`, language);
  return (
    <>
      <SentenceList texts={[proof.verdict]} />
      <p className={css.period}>{t('proof.period', { from: day(proof.period.from), to: day(proof.period.to), at: dateTime(proof.at, language) })}</p>
      {proof.notes.map((note) => <p key={note.en} className={css.note}>{note[language]}</p>)}
      {proof.measured.length > 0 && <MeasuredTable rows={proof.measured} />}
      {proof.calibrated && <CalibratedTable year={proof.calibration!} draw={proof.draw} rows={proof.calibrated} lost={proof.lost} />}
    </>
  );
}
