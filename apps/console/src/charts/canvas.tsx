import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import type { Scheme } from '../theme/tokens.ts';
import { echarts } from './echarts.ts';

export interface Picture {
  /** The drawing at twice its size, on a clear ground. */
  draw: () => HTMLCanvasElement;
}

export interface CanvasProps {
  option: EChartsCoreOption;
  scheme: Scheme;
  height: number;
  onPick?: ((index: number, series: string) => void) | undefined;
  picture: Ref<Picture>;
}

export default function Canvas({ option, scheme, height, onPick, picture }: CanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof echarts.init>>(null);
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    const made = echarts.init(box.current!, scheme);
    chart.current = made;
    made.on('click', (event) => pick.current?.(event.dataIndex, event.seriesName ?? ''));
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(box.current!);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, [scheme]);

  useEffect(() => {
    chart.current?.setOption({ animation: false, ...option }, { notMerge: true });
  }, [option, scheme]);

  useImperativeHandle(picture, () => ({ draw: () => chart.current!.renderToCanvas({ pixelRatio: 2 }) }), []);

  return <div ref={box} style={{ height, width: '100%' }} />;
}
