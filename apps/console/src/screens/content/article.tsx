import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Page } from '../../components/page.tsx';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { ArticleEditor } from './editor/article-editor.tsx';
import { articleQuery } from './queries.ts';

export default function ArticlePage() {
  const { t } = useWords();
  const brand = useBrand();
  const { articleId } = useParams({ from: '/b/$brandId/content/articles/$articleId' });
  const article = useQuery(articleQuery(brand.id, articleId));
  return (
    <Loaded query={article} bones={<Page title={t('content.articles')}><LineBones count={8} /></Page>}>
      {(data) => <ArticleEditor key={data.id} article={data} />}
    </Loaded>
  );
}
