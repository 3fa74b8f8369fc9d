import { PushEditor } from './editor.tsx';

export default function NewPush() {
  return <PushEditor push={null} />;
}
