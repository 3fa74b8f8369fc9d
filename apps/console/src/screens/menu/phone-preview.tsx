import { useWords } from '../../i18n/index.ts';
import css from './menu.module.css';
import { blankColumn, mostColumns, mostItems, withNewItem, type Column, type Place } from './model.ts';

interface PhonePreviewProps {
  accountName: string;
  columns: readonly Column[];
  place: Place;
  onPlace: (place: Place) => void;
  /** Null for who may only look. */
  onChange: ((columns: Column[]) => void) | null;
}

/** The menu as a follower meets it; the open column shows its items above. */
export function PhonePreview({ accountName, columns, place, onPlace, onChange }: PhonePreviewProps) {
  const { t } = useWords();
  const open = columns[place.column];
  const add = (column: number) => {
    onChange?.(withNewItem(columns, column, t('menu.newItem')));
    onPlace({ column, row: columns[column]!.items.length });
  };
  const addColumn = () => {
    onChange?.([...columns, blankColumn(t('menu.newColumn'))]);
    onPlace({ column: columns.length, row: null });
  };
  const mark = (column: number, row: number | null) => place.column === column && place.row === row;
  return (
    <div className={css.phone} aria-label={t('menu.preview')}>
      <div className={css.screen}>
        <div className={css.chatHead}>{accountName}</div>
        <div className={css.chat} />
        {open && (
          <div className={css.items} style={{ gridTemplateColumns: `repeat(${Math.max(1, columns.length + (onChange && columns.length < mostColumns ? 1 : 0))}, 1fr)` }}>
            <div style={{ gridColumn: place.column + 1 }}>
              {onChange && open.items.length < mostItems && (
                <button type="button" className={css.add} onClick={() => add(place.column)} aria-label={t('menu.addItem')}>＋</button>
              )}
              {open.items.map((item, row) => (
                <button
                  type="button"
                  key={row}
                  className={css.item}
                  aria-pressed={mark(place.column, row)}
                  onClick={() => onPlace({ column: place.column, row })}
                >
                  {item.name || t('menu.noName')}
                </button>
              ))}
            </div>
          </div>
        )}
        <div className={css.bar}>
          {columns.map((column, index) => (
            <button
              type="button"
              key={index}
              className={css.top}
              aria-pressed={mark(index, null)}
              aria-expanded={place.column === index && column.items.length > 0}
              onClick={() => onPlace({ column: index, row: null })}
            >
              {column.items.length > 0 && <span aria-hidden>≡ </span>}{column.name || t('menu.noName')}
            </button>
          ))}
          {onChange && columns.length < mostColumns && <button type="button" className={css.top} onClick={addColumn} aria-label={t('menu.addColumn')}>＋</button>}
        </div>
      </div>
    </div>
  );
}
