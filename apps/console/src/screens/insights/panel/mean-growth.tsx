import { FigureCard, FigureGrid } from '../../../components/figure-card.tsx';
import { Section } from '../../../components/page.tsx';
import { useWords } from '../../../i18n/index.ts';
import { benchmarkText, inUnit } from '../figures/words.ts';
import { AboutMeasure } from './about-measure.tsx';
import { besideOf, isYear } from './beside.ts';
import { LeftOut } from './left-out.tsx';
import type { Behind, Panel, PanelMeasure } from './queries.ts';

/** W-02, W-03: the mean over all accounts and over each size. */
export function MeanGrowth({ panel, measure, show }: { panel: Panel; measure: PanelMeasure; show: (behind: Behind) => void }) {
  const { t, language } = useWords();
  return (
    <Section title={t('panel.growth')} note={<>{t('panel.growthNote')} {!isYear(panel.period) && t('panel.growthOther')}</>}>
      <FigureGrid>
        {measure.cells.map((cell) => {
          const beside = besideOf(measure, cell, panel.period);
          const name = cell.name[language];
          return (
            <FigureCard
              key={cell.key}
              label={name}
              value={cell.value === null ? null : inUnit('rate', cell.value)}
              missing={t(cell.key === '' ? 'figure.notEnough' : 'panel.noneOfSize')}
              delta={cell.value === null ? null : { text: '', against: t('panel.ofAccounts', { count: cell.denominator ?? 0 }) }}
              {...(beside ? { benchmark: `${benchmarkText(beside.unit, beside)} · ${beside.edition[language]} · ${beside.year}` } : {})}
              about={<AboutMeasure measure={measure} cell={cell} />}
              onOpen={cell.value === null ? undefined : () => show({ title: `${measure.name[language]} · ${name}`, ids: new Set(cell.accounts) })}
            />
          );
        })}
      </FigureGrid>
      <LeftOut measure={measure} />
    </Section>
  );
}
