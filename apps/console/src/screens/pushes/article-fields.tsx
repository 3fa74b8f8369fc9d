import { Button, Form, Input, Upload } from 'antd';
import { useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import css from './pushes.module.css';

/** One to eight articles, limits as the server states them. */
export function ArticleFields({ onShow }: { onShow: (index: number) => void }) {
  const { t } = useWords();
  return (
    <Form.List name="articles">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <section className={css.sheet} key={key} onFocusCapture={() => onShow(name)}>
              <div className={css.sheetHead}>
                <h3>{t('pushes.article', { n: name + 1 })}</h3>
                {fields.length > 1 && <Button type="link" size="small" onClick={() => remove(name)}>{t('pushes.removeArticle')}</Button>}
              </div>
              <Form.Item name={[name, 'title']} label={t('pushes.articleTitle')} rules={[{ required: true, message: t('door.needed') }]}>
                <Input maxLength={32} showCount />
              </Form.Item>
              <Form.Item name={[name, 'author']} label={t('pushes.author')}><Input maxLength={16} /></Form.Item>
              <Form.Item name={[name, 'digest']} label={t('pushes.digest')}><Input.TextArea rows={2} maxLength={128} /></Form.Item>
              <Form.Item name={[name, 'content']} label={t('pushes.content')} rules={[{ required: true, message: t('door.needed') }]}>
                <Input.TextArea rows={8} spellCheck={false} />
              </Form.Item>
              <Form.Item name={[name, 'readMoreUrl']} label={t('pushes.readMore')}><Input inputMode="url" /></Form.Item>
              <Form.Item name={[name, 'cover']} label={t('pushes.cover')} extra={t('pushes.coverAdvice')}><CoverField /></Form.Item>
            </section>
          ))}
          {fields.length < 8 && <Button onClick={() => add({ title: '', content: '' })}>{t('pushes.addArticle')}</Button>}
        </>
      )}
    </Form.List>
  );
}

const mostBytes = 2_000_000;

function CoverField({ value, onChange }: { value?: string | null; onChange?: (value: string | null) => void }) {
  const { t } = useWords();
  const [tooLarge, setTooLarge] = useState(false);
  const read = (file: File) => {
    setTooLarge(file.size > mostBytes);
    if (file.size > mostBytes) return;
    const reader = new FileReader();
    reader.onload = () => onChange?.(String(reader.result).split(',')[1] ?? null);
    reader.readAsDataURL(file);
  };
  return (
    <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
      <Upload
        accept="image/jpeg,image/png"
        showUploadList={false}
        beforeUpload={(file) => {
          read(file);
          return false;
        }}
      >
        <Button>{t('pushes.chooseCover')}</Button>
      </Upload>
      {tooLarge && <span className={css.error}>{t('pushes.coverTooLarge')}</span>}
      {value && (
        <>
          <span className="caption">{t('pushes.coverChosen')}</span>
          <Button type="link" size="small" onClick={() => onChange?.(null)}>{t('action.remove')}</Button>
        </>
      )}
    </div>
  );
}
