import { useWords } from '../../../i18n/index.ts';
import type { Text } from '../../../shell/text.ts';
import type { Chapter } from '../queries.ts';
import { sentencesOf, useInsights } from '../view.ts';
import css from './sentences.module.css';

/** What the chapter's numbers say, in words, and nothing they do not carry. */
export function Sentences({ chapter }: { chapter: Chapter }) {
  return <SentenceList texts={sentencesOf(useInsights().figures, chapter)} />;
}

export function SentenceList({ texts }: { texts: readonly Text[] }) {
  const { language } = useWords();
  if (texts.length === 0) return null;
  return (
    <div className={css.sentences}>
      {texts.map((text) => <p key={text.en}>{text[language]}</p>)}
    </div>
  );
}
