import { notFound, type Text } from '@qingniao/kernel';
import { acquisitionMetrics } from './acquisition/index.ts';
import { contentMetrics } from './content/index.ts';
import { engagementMetrics } from './engagement/index.ts';
import type { Chapter, Metric } from './metric.ts';

/** W-01: the chapters, in the order of the study. */
export const chapters: Readonly<Record<Chapter, Text>> = {
  acquisition: { zh: '拉新', en: 'Acquisition' },
  engagement: { zh: '互动', en: 'Engagement' },
  content: { zh: '内容', en: 'Content' },
  opportunities: { zh: '机会', en: 'Key opportunities' },
};

/** Every metric there is: the API, the console, the report and the proof read this list and no other. */
export const catalogue: readonly Metric[] = [...acquisitionMetrics, ...engagementMetrics, ...contentMetrics];

/** @throws Problem not_found (404) */
export function metricOf(id: string): Metric {
  const metric = catalogue.find((one) => one.id === id);
  if (!metric) throw notFound({ zh: '该指标', en: 'figure' });
  return metric;
}
