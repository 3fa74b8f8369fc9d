import { useWords } from '../../../i18n/index.ts';
import type { Chapter } from '../queries.ts';
import { sentencesOf, useInsights } from '../view.ts';
import css from './sentences.module.css';

/** What the chapter's numbers say, in words, and nothing they do not carry. */
export function Sentences({ chapter }: { chapter: Chapter }) {
  const { language } = useWords();
  const sentences = sentencesOf(useInsights().figures, chapter);
  if (sentences.length === 0) return null;
  return (
    <div className={css.sentences}>
      {sentences.map((text) => <p key={text.en}>{text[language]}</p>)}
    </div>
  );
}
