import { Popover } from 'antd';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';
import css from './figure-card.module.css';
import { Spark } from './spark.tsx';

/** How a number was made. Every number on screen can say this. */
export interface Definition {
  meaning: string;
  numerator?: string;
  denominator?: string;
  /** The days it is about, where the figure stands under no period of its page. */
  period?: string;
  source: string;
  observedSince?: string | undefined;
}

export interface Delta {
  /** Already formatted, with its unit: `+3.1 pt`. */
  text: string;
  /** Against what: `against the 30 days before`. */
  against: string;
  tone?: 'good' | 'bad';
}

interface FigureCardProps {
  label: string;
  /** Null when there is not enough data; then `missing` says so in a sentence. */
  value: ReactNode | null;
  missing?: string;
  delta?: Delta | null;
  benchmark?: string;
  spark?: readonly number[];
  definition?: Definition;
  /** Says more than a definition: stands beside the label in its stead. */
  about?: ReactNode;
  to?: LinkProps | undefined;
  /** Opens what is behind the number on this page. */
  onOpen?: (() => void) | undefined;
}

export const FigureGrid = ({ children }: { children: ReactNode }) => <div className={css.grid}>{children}</div>;

export function FigureCard({ label, value, missing, delta, benchmark, spark, definition, about, to, onOpen }: FigureCardProps) {
  return (
    <div className={to || onOpen ? `${css.card} ${css.link}` : css.card} role="group" aria-label={label}>
      <div className={css.label}>
        {to ? <Link {...to} style={{ color: 'inherit' }}>{label}<span className={css.cover} /></Link>
          : onOpen ? <button type="button" className={css.open} onClick={onOpen}>{label}<span className={css.cover} /></button>
            : label}
        {definition && <DefinitionButton label={label} definition={definition} />}
        {about}
      </div>
      {value === null ? <div className={css.missing}>{missing}</div> : <div className={css.value}>{value}</div>}
      {delta && <div className={css.delta} data-tone={delta.tone}><b>{delta.text}</b> {delta.against}</div>}
      {benchmark && <div className={css.benchmark}>{benchmark}</div>}
      {spark && <div className={css.spark}><Spark values={spark} /></div>}
    </div>
  );
}

export function DefinitionButton({ label, definition }: { label: string; definition: Definition }) {
  const { t } = useWords();
  const lines: DefinitionLine[] = [
    [t('figure.meaning'), definition.meaning],
    [t('figure.numerator'), definition.numerator],
    [t('figure.denominator'), definition.denominator],
    [t('figure.period'), definition.period],
    [t('figure.source'), definition.source],
    [t('figure.observedSince'), definition.observedSince],
  ];
  return <AboutButton label={label}><DefinitionLines lines={lines} /></AboutButton>;
}

export type DefinitionLine = readonly [term: string, text: ReactNode];

export const DefinitionLines = ({ lines }: { lines: readonly DefinitionLine[] }) => (
  <dl className={css.definition}>
    {lines.map(([term, text]) => text && (
      <div key={term} style={{ display: 'contents' }}><dt>{term}</dt><dd>{text}</dd></div>
    ))}
  </dl>
);

/** The ⓘ beside a number, and what it says. */
export function AboutButton({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useWords();
  return (
    <Popover trigger="click" content={children} placement="bottomLeft" arrow={false}>
      <button type="button" className={css.info} aria-label={t('figure.about', { label })}>ⓘ</button>
    </Popover>
  );
}
