import { Button, Form, Input, Segmented, Select } from 'antd';
import { useWords } from '../../i18n/index.ts';
import css from './menu.module.css';
import { categories, fieldsOf, itemAt, menuTypes, moved, pathOf, withItem, without, type Category, type Column, type MenuType, type Place } from './model.ts';

interface ItemFormProps {
  columns: readonly Column[];
  place: Place;
  wrong: { field: string; text: string } | null;
  disabled: boolean;
  onChange: (columns: Column[]) => void;
  onPlace: (place: Place) => void;
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** One item: its name, what a tap does, what it is about (W-23). */
export function ItemForm({ columns, place, wrong, disabled, onChange, onPlace }: ItemFormProps) {
  const { t } = useWords();
  const item = itemAt(columns, place);
  if (!item) return null;
  const column = columns[place.column]!;
  const opens = place.row === null && column.items.length > 0;
  const change = (part: Partial<typeof item>) => onChange(withItem(columns, place, part));
  const errorOf = (field: string) => (wrong?.field === `${pathOf(place)}.${field}` ? { validateStatus: 'error' as const, help: wrong.text } : {});
  const most = place.row === null ? 16 : 60;
  const last = place.row === null ? columns.length - 1 : column.items.length - 1;
  const at = place.row ?? place.column;
  const shift = (step: 1 | -1) => {
    onChange(moved(columns, place, step));
    onPlace(place.row === null ? { column: place.column + step, row: null } : { ...place, row: place.row + step });
  };
  return (
    <Form layout="vertical" disabled={disabled} component="div">
      <div className={css.formHead}>
        <h2>{t(place.row === null ? 'menu.column' : 'menu.item')}</h2>
        {!disabled && (
          <div style={{ display: 'flex', gap: 4 }}>
            <Button size="small" type="text" disabled={at === 0} onClick={() => shift(-1)}>{t(place.row === null ? 'menu.left' : 'menu.up')}</Button>
            <Button size="small" type="text" disabled={at === last} onClick={() => shift(1)}>{t(place.row === null ? 'menu.right' : 'menu.down')}</Button>
            <Button
              size="small"
              type="text"
              danger
              onClick={() => {
                onChange(without(columns, place));
                onPlace({ column: place.row === null ? Math.max(0, place.column - 1) : place.column, row: null });
              }}
            >
              {t('action.remove')}
            </Button>
          </div>
        )}
      </div>
      <Form.Item htmlFor="menu-name" label={t('menu.name')} extra={t('menu.nameBytes', { bytes: bytesOf(item.name), most })} {...errorOf('name')}>
        <Input id="menu-name" value={item.name} status={bytesOf(item.name) > most ? 'error' : ''} onChange={(event) => change({ name: event.target.value })} />
      </Form.Item>
      {opens ? <p className="quiet">{t('menu.opensColumn')}</p> : (
        <>
          <Form.Item label={t('menu.category')} {...errorOf('category')}>
            <Segmented<Category | ''>
              value={item.category ?? ''}
              options={categories.map((category) => ({ value: category, label: t(`menu.category_${category}`) }))}
              onChange={(category) => change({ category: category || null })}
            />
          </Form.Item>
          <Form.Item htmlFor="menu-action" label={t('menu.action')} {...errorOf('type')}>
            <Select<MenuType>
              id="menu-action"
              value={item.type ?? undefined}
              options={menuTypes.map((type) => ({ value: type, label: t(`menu.type_${type}`) }))}
              onChange={(type) => change({ type })}
            />
          </Form.Item>
          {item.type !== null && fieldsOf[item.type].map((field) => (
            <Form.Item key={field} htmlFor={`menu-${field}`} label={t(`menu.field_${field}`)} {...errorOf(field)}>
              <Input id={`menu-${field}`} value={item[field] ?? ''} spellCheck={false} onChange={(event) => change({ [field]: event.target.value || null })} />
            </Form.Item>
          ))}
        </>
      )}
    </Form>
  );
}
