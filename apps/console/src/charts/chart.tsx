import { App, Button, Dropdown } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense, useMemo, useRef, type ReactNode } from 'react';
import { ChartBones } from '../components/states.tsx';
import { useWords } from '../i18n/index.ts';
import { csv, download, type Cell } from '../lib/csv.ts';
import { sans, tokens, type Tokens } from '../theme/tokens.ts';
import { useScheme } from '../theme/system.ts';
import type { Picture } from './canvas.tsx';
import css from './chart.module.css';

const Canvas = lazy(() => import('./canvas.tsx'));

export interface ChartProps {
  /** The finding, or the question it answers. */
  title: string;
  note?: ReactNode;
  /** The same content in words, for those who do not see the drawing. */
  summary: string;
  height?: number;
  option: (c: Tokens) => EChartsCoreOption;
  /** What was drawn, as a table: the CSV file. */
  table: { header: string[]; rows: Cell[][] };
  fileName: string;
  /** A click on a point leads to the rows behind it. */
  onPick?: ((index: number, series: string) => void) | undefined;
  /** Stands beside the title. */
  about?: ReactNode;
  /** What can be done besides copying: the way to the rows behind without a mouse. */
  actions?: readonly { key: string; label: string; run: () => void }[];
}

export function Chart({ title, note, summary, height = 260, option, table, fileName, onPick, about, actions = [] }: ChartProps) {
  const { t } = useWords();
  const { message } = App.useApp();
  const scheme = useScheme();
  const picture = useRef<Picture>(null);
  const drawn = useMemo(() => option(tokens[scheme]), [option, scheme]);

  const copyImage = async () => {
    const image = await framed(picture.current!.draw(), title, tokens[scheme]);
    if (navigator.clipboard && 'ClipboardItem' in window) {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]);
      void message.success(t('chart.copied'));
    } else {
      download(`${fileName}.png`, image);
    }
  };

  return (
    <figure className={css.chart} aria-label={title}>
      <div className={css.head}>
        <figcaption>
          <h3 className={css.title}>{title}{about}</h3>
          {note && <div className={css.note}>{note}</div>}
        </figcaption>
        <div className={css.tools}>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'image', label: t('chart.copyImage'), onClick: () => void copyImage() },
                { key: 'csv', label: t('chart.downloadCsv'), onClick: () => download(`${fileName}.csv`, csv(table.header, table.rows)) },
                ...(actions.length > 0 ? [{ type: 'divider' as const }] : []),
                ...actions.map(({ key, label, run }) => ({ key, label, onClick: run })),
              ],
            }}
          >
            <Button type="text" size="small" aria-label={t('chart.tools', { title })}>⋯</Button>
          </Dropdown>
        </div>
      </div>
      <p className="sr-only">{summary}</p>
      <div aria-hidden>
        <Suspense fallback={<ChartBones height={height} />}>
          <Canvas option={drawn} scheme={scheme} height={height} onPick={onPick} picture={picture} />
        </Suspense>
      </div>
    </figure>
  );
}

/** The drawing with its title above it, on the page's ground, ready to be pasted into a slide. */
function framed(drawing: HTMLCanvasElement, title: string, c: Tokens): Promise<Blob> {
  const margin = 48;
  const head = 88;
  const canvas = document.createElement('canvas');
  canvas.width = drawing.width + 2 * margin;
  canvas.height = drawing.height + head + margin;
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = c.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = c.ink;
  pen.font = `500 32px ${sans}`;
  pen.fillText(title, margin, 60, drawing.width);
  pen.drawImage(drawing, margin, head);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('canvas.toBlob gave nothing'))), 'image/png');
  });
}
