import { ChapterPage } from './chapter-page.tsx';
import { ContentChapter } from './chapters/content.tsx';

export default function Content() {
  return <ChapterPage chapter="content"><ContentChapter /></ChapterPage>;
}
