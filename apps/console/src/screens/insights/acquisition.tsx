import { ChapterPage } from './chapter-page.tsx';
import { AcquisitionChapter } from './chapters/acquisition.tsx';

export default function Acquisition() {
  return <ChapterPage chapter="acquisition"><AcquisitionChapter /></ChapterPage>;
}
