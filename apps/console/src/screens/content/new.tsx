import { ArticleEditor } from './editor/article-editor.tsx';

export default function NewArticle() {
  return <ArticleEditor article={null} />;
}
