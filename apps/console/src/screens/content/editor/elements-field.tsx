import { InputNumber, Select } from 'antd';
import { useWords } from '../../../i18n/index.ts';
import css from '../content.module.css';
import { useContentWords } from '../queries.ts';

type Stated = Record<string, string | number>;

/** W-40: what the article is made of. The title's length is counted, never stated. */
export function ElementsField({ value = {}, onChange, derived }: { value?: Stated; onChange?: (elements: Stated) => void; derived: Stated }) {
  const { t, language } = useWords();
  const words = useContentWords();
  const state = (key: string, next: string | number | null | undefined) => {
    const { [key]: _, ...rest } = value;
    onChange?.(next === null || next === undefined ? rest : { ...rest, [key]: next });
  };
  return (
    <div className={css.elements}>
      {Object.entries(words?.elements ?? {}).filter(([key]) => key !== 'title_length').map(([key, element]) => {
        const read = derived[key];
        const hint = value[key] !== undefined || read === undefined ? t('content.notStated') : t('content.derived', { value: element.values?.[String(read)]?.[language] ?? read });
        return (
          <label key={key}>
            <span className="caption">{element[language]}</span>
            {element.kind === 'choice' ? (
              <Select allowClear placeholder={hint} value={(value[key] as string | undefined) ?? null} onChange={(next?: string | null) => state(key, next)} options={Object.entries(element.values ?? {}).map(([name, text]) => ({ value: name, label: text[language] }))} />
            ) : (
              <InputNumber style={{ width: '100%' }} placeholder={hint} min={element.min ?? 0} max={element.max ?? 99} precision={0} value={(value[key] as number | undefined) ?? null} onChange={(next) => state(key, next)} />
            )}
          </label>
        );
      })}
    </div>
  );
}
