import { SegmentEditor } from './editor.tsx';

export default function NewSegment() {
  return <SegmentEditor segment={null} />;
}
