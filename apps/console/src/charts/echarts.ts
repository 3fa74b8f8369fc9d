/** ECharts by parts: only what the house draws. Loaded with the first chart, never before. */
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { sans, tokens, type Scheme, type Tokens } from '../theme/tokens.ts';

echarts.use([BarChart, CustomChart, LineChart, ScatterChart, GridComponent, MarkLineComponent, TitleComponent, TooltipComponent, LabelLayout, CanvasRenderer]);

const axis = (c: Tokens) => ({
  axisLine: { show: false, lineStyle: { color: c.hairlineStrong } },
  axisTick: { show: false },
  axisLabel: { color: c.ink3, fontFamily: sans, fontSize: 12, hideOverlap: true },
  splitLine: { show: false, lineStyle: { color: c.hairline } },
  nameTextStyle: { color: c.ink3, fontFamily: sans },
});

const chartTheme = (c: Tokens) => ({
  color: [c.ink, c.indigo, c.ochre, c.jade],
  backgroundColor: 'transparent',
  textStyle: { color: c.ink2, fontFamily: sans, fontSize: 12 },
  categoryAxis: { ...axis(c), axisLine: { show: true, lineStyle: { color: c.hairlineStrong } } },
  timeAxis: { ...axis(c), axisLine: { show: true, lineStyle: { color: c.hairlineStrong } } },
  valueAxis: { ...axis(c), splitLine: { show: true, lineStyle: { color: c.hairline } }, splitNumber: 2 },
  line: { lineStyle: { width: 1.5 }, symbol: 'none', smooth: false },
  tooltip: {
    backgroundColor: c.surface,
    borderColor: c.hairline,
    borderWidth: 1,
    padding: [8, 12],
    textStyle: { color: c.ink, fontFamily: sans, fontSize: 12 },
    extraCssText: 'box-shadow:none;border-radius:4px;font-variant-numeric:tabular-nums',
    axisPointer: { lineStyle: { color: c.hairlineStrong, width: 1, type: 'solid' }, shadowStyle: { color: c.sunken } },
  },
});

for (const scheme of ['light', 'dark'] satisfies Scheme[]) echarts.registerTheme(scheme, chartTheme(tokens[scheme]));

export { echarts };
