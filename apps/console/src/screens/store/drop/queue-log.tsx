import { Button } from 'antd';
import { useState } from 'react';
import { api, ask } from '../../../api/client.ts';
import { Section } from '../../../components/page.tsx';
import { useTelling } from '../../../components/use-telling.ts';
import { useWords } from '../../../i18n/index.ts';
import { count } from '../../../lib/format.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import type { Drop, LogReport } from './queries.ts';
import css from './drop.module.css';

/** The proof that everybody was decided in turn, for whoever doubts it. */
export function QueueLog({ storefrontId, drop: { release } }: { storefrontId: string; drop: Drop }) {
  const { t } = useWords();
  const brand = useBrand();
  const attempt = useTelling();
  const [report, setReport] = useState<LogReport | null>(null);
  const [busy, setBusy] = useState(false);
  const verify = async () => {
    setBusy(true);
    await attempt(async () => setReport(await ask(api.GET('/api/brands/{brandId}/store/storefronts/{storefrontId}/releases/{windowId}/log', { params: { path: { brandId: brand.id, storefrontId, windowId: release.id } } }))));
    setBusy(false);
  };
  return (
    <Section title={t('drop.log')} note={t('drop.logNote')}>
      <div className={css.proof}>
        {report && <Report report={report} />}
        <Button loading={busy} onClick={() => void verify()}>{t('drop.verify')}</Button>
      </div>
    </Section>
  );
}

function Report({ report: { blocks, hash, arrivals, called, ordered, refused, withoutPlace, firstBreak } }: { report: LogReport }) {
  const { t } = useWords();
  const figures = { blocks: count(blocks), arrivals: count(arrivals), called: count(called), ordered: count(ordered), refused: count(refused) };
  const where = firstBreak && (firstBreak.block !== null ? t('drop.atBlock', { block: count(firstBreak.block) }) : t('drop.atPlace', { place: count(firstBreak.place ?? 0) }));
  return (
    <div role="status" style={{ marginBottom: 12 }}>
      {firstBreak ? <p className={css.broken}>{t(`drop.break_${firstBreak.why}`, { where: where! })}</p> : <p>{t('drop.whole', figures)}</p>}
      {withoutPlace > 0 && <p>{t('drop.withoutPlace', { n: count(withoutPlace) })}</p>}
      <p className="caption">{t('drop.hash')} <span className={css.hash}>{hash}</span></p>
    </div>
  );
}
