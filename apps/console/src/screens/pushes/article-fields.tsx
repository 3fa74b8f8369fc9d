import { Button, Form, Input } from 'antd';
import { lazy, Suspense, useState, type ComponentProps } from 'react';
import { LineBones } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import css from './pushes.module.css';
import { blankArticle, type ArticleValue } from './plan-values.ts';
import { CoverPicture } from '../content/cover.tsx';
import { ChooseCover } from '../content/editor/choose-cover.tsx';
import { base64Of } from '../content/editor/upload-picture.ts';
import { PoolDialog } from '../content/pool-dialog.tsx';
import { LibraryDialog } from './library-dialog.tsx';

const BodyEditor = lazy(() => import('../content/editor/body-editor.tsx'));

interface ArticleFieldsProps {
  /** Where the list stands in the form, and in the list around it. */
  path: (string | number)[];
  name: (string | number)[];
  /** Somebody works on an article: it is shown beside the form. */
  onShow: (article: (string | number)[]) => void;
}

/** One to eight articles in their order, written here or taken from the library; limits as the server states them. */
export function ArticleFields({ path, name: list, onShow }: ArticleFieldsProps) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const articles = (Form.useWatch(path, { form, preserve: true }) ?? []) as ArticleValue[];
  const [choosing, setChoosing] = useState(false);
  const [filling, setFilling] = useState(false);
  return (
    <Form.List name={list}>
      {(fields, { add, remove, move }) => (
        <>
          {fields.map(({ key, name }) => {
            const article = articles[name];
            return (
              <section className={css.sheet} key={key} onFocusCapture={() => onShow([...path, name])}>
                <div className={css.sheetHead}>
                  <h4>{t(name === 0 ? 'pushes.topArticle' : 'pushes.article', { n: name + 1 })}</h4>
                  <span>
                    {name > 0 && <Button type="link" size="small" onClick={() => move(name, name - 1)}>{t('pushes.moveUp')}</Button>}
                    {name < fields.length - 1 && <Button type="link" size="small" onClick={() => move(name, name + 1)}>{t('pushes.moveDown')}</Button>}
                    {fields.length > 1 && <Button type="link" size="small" onClick={() => remove(name)}>{t('pushes.removeArticle')}</Button>}
                  </span>
                </div>
                {article?.articleId ? (
                  <button type="button" className={css.taken} onClick={() => onShow([...path, name])}>
                    <strong>{article.title}</strong>
                    <span className="caption">{t('pushes.fromLibrary', { version: article.articleVersion ?? 1 })}</span>
                  </button>
                ) : <WrittenArticle name={name} />}
              </section>
            );
          })}
          {fields.length < 8 && (
            <div className={css.adders}>
              <Button onClick={() => setChoosing(true)}>{t('pushes.takeArticle')}</Button>
              <Button onClick={() => setFilling(true)}>{t('content.fromPool')}</Button>
              <Button onClick={() => add(blankArticle)}>{t('pushes.addArticle')}</Button>
            </div>
          )}
          <PoolDialog
            open={filling}
            slots={Math.min(7, 8 - fields.length)}
            taken={articles.flatMap(({ articleId }) => articleId ?? [])}
            onClose={() => setFilling(false)}
            onTake={(chosen) => {
              setFilling(false);
              for (const { id, title, author, digest, version } of chosen) add({ title, author, digest, content: '', articleId: id, articleVersion: version });
            }}
          />
          <LibraryDialog
            open={choosing}
            onClose={() => setChoosing(false)}
            onTake={({ id, title, author, digest, version }) => {
              setChoosing(false);
              const taken: ArticleValue = { title, author, digest, content: '', articleId: id, articleVersion: version };
              // A sheet nobody wrote on gives way.
              const empty = articles.findIndex((one) => !one.articleId && !one.title && !one.content);
              if (empty >= 0) form.setFieldValue([...path, empty], taken);
              else add(taken);
            }}
          />
        </>
      )}
    </Form.List>
  );
}

function WrittenArticle({ name }: { name: number }) {
  const { t } = useWords();
  return (
    <>
      <Form.Item name={[name, 'title']} label={t('pushes.articleTitle')} rules={[{ required: true, message: t('door.needed') }]}>
        <Input maxLength={32} showCount />
      </Form.Item>
      <Form.Item name={[name, 'author']} label={t('pushes.author')}><Input maxLength={16} /></Form.Item>
      <Form.Item name={[name, 'digest']} label={t('pushes.digest')}><Input.TextArea rows={2} maxLength={128} /></Form.Item>
      <Form.Item name={[name, 'content']} label={t('content.body')} rules={[{ required: true, message: t('door.needed') }]}>
        <Body />
      </Form.Item>
      <Form.Item name={[name, 'readMoreUrl']} label={t('pushes.readMore')}><Input inputMode="url" /></Form.Item>
      <Form.Item name={[name, 'cover']} label={t('content.cover')}><CoverField /></Form.Item>
    </>
  );
}

/** The editor of the library, fetched when somebody writes. */
const Body = (props: ComponentProps<typeof BodyEditor>) => <Suspense fallback={<LineBones count={4} />}><BodyEditor {...props} /></Suspense>;

/** It goes with the push. */
function CoverField({ value = null, onChange }: { value?: string | null; onChange?: (value: string | null) => void }) {
  const { t } = useWords();
  return (
    <ChooseCover
      shown={<CoverPicture src={value && `data:image/jpeg;base64,${value}`} />}
      chosen={value !== null}
      onChoose={async (picture) => onChange?.(await base64Of(picture))}
      onRemove={() => onChange?.(null)}
    >
      <p className="caption">{t('content.coverHelp')}</p>
      <p className="caption">{t('pushes.coverAdvice')}</p>
    </ChooseCover>
  );
}
