import { ChapterPage } from './chapter-page.tsx';
import { EngagementChapter } from './chapters/engagement.tsx';

export default function Engagement() {
  return <ChapterPage chapter="engagement"><EngagementChapter /></ChapterPage>;
}
