import { useWords } from '../../i18n/index.ts';
import css from './audience.module.css';
import type { Line } from './queries.ts';

/** A rule as lines under each other, parts indented under their group. */
export function RuleLines({ line }: { line: Line }) {
  return <div className={css.lines}><One line={line} /></div>;
}

function One({ line }: { line: Line }) {
  const { language } = useWords();
  const inside = line.lines.length > 0;
  return (
    <>
      <span className={inside ? css.heading : undefined}>{line.text[language]}</span>
      {inside && <ul>{line.lines.map((one, index) => <li key={index}><One line={one} /></li>)}</ul>}
    </>
  );
}
