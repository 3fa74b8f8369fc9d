import { Drawer } from 'antd';
import { DefinitionLines } from '../../../components/figure-card.tsx';
import { useWords } from '../../../i18n/index.ts';
import { benchmarkText } from '../figures/words.ts';
import type { Benchmark } from '../queries.ts';
import css from './benchmarks.module.css';

interface BenchmarkDrawerProps {
  benchmark: Benchmark | null;
  name: string;
  confidence: string;
  onClose: () => void;
}

/** One published figure in full: definitions changed between editions, so everything about it stands together. */
export function BenchmarkDrawer({ benchmark, name, confidence, onClose }: BenchmarkDrawerProps) {
  const { t, language } = useWords();
  const addressOf = ({ source: { address } }: Benchmark) =>
    address && (/^https?:\/\//.test(address) ? <a href={address} target="_blank" rel="noreferrer">{address}</a> : address);
  return (
    <Drawer open={benchmark !== null} onClose={onClose} size={420} title={name} destroyOnHidden>
      {benchmark && (
        <div className={css.drawer}>
          <strong>{benchmarkText(benchmark.unit, benchmark)}</strong>
          <DefinitionLines
            lines={[
              [t('insights.editionHead'), benchmark.edition[language]],
              [t('insights.bench.year'), benchmark.year],
              [t('insights.bench.sample'), benchmark.sample?.[language]],
              [t('figure.source'), [benchmark.source.name, benchmark.source.date].filter(Boolean).join(', ')],
              [t('insights.bench.address'), addressOf(benchmark)],
              [t('insights.bench.confidence'), confidence],
            ]}
          />
          {benchmark.note && <p>{benchmark.note[language]}</p>}
        </div>
      )}
    </Drawer>
  );
}
