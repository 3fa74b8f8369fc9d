import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { bodyPage } from '../content/phone-preview.tsx';
import { articleQuery } from '../content/queries.ts';
import css from './pushes.module.css';

interface Previewed {
  position?: number;
  title: string;
  author?: string;
  content: string;
}

/** The body as a reader would see it, in a frame that can run nothing and reach nothing. */
export function ArticlePreview({ article, children }: { article: Previewed; children?: ReactNode }) {
  const { t } = useWords();
  return (
    <article className={css.article}>
      <header>
        <strong>{article.title || t('pushes.articleTitle')}</strong>
        {article.author && <span className="caption">{article.author}</span>}
      </header>
      <iframe sandbox="" title={t('pushes.previewOf', { n: article.position ?? 1 })} srcDoc={bodyPage(article.content)} />
      {children && <footer>{children}</footer>}
    </article>
  );
}

/** The newest version of an article of the library. */
export function LibraryPreview({ articleId }: { articleId: string }) {
  const brand = useBrand();
  const article = useQuery(articleQuery(brand.id, articleId));
  return <Loaded query={article} bones={<LineBones count={6} />}>{(data) => <ArticlePreview article={data} />}</Loaded>;
}
