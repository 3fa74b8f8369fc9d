import { useWords } from '../../i18n/index.ts';
import css from './content.module.css';
import type { FieldDiff } from './queries.ts';

/** What was taken out and put in, field by field, as it reads. */
export function Diff({ fields }: { fields: readonly FieldDiff[] }) {
  const { t } = useWords();
  if (fields.length === 0) return <p className="quiet">{t('content.noDifference')}</p>;
  return (
    <dl className={css.diff}>
      {fields.map(({ field, parts }) => (
        <div key={field}>
          <dt>{t(`content.field_${field as 'title'}`)}</dt>
          <dd>
            {field === 'coverId' ? t('content.coverChanged') : parts.map((part, index) => {
              if (part.kind === 'removed') return <del key={index}>{part.text}</del>;
              return part.kind === 'added' ? <ins key={index}>{part.text}</ins> : <span key={index}>{part.text}</span>;
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
