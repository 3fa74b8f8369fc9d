import { Button, Checkbox, Input, Popover, Tooltip } from 'antd';
import { useLocation, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { parsePreference, usePreference } from '../../lib/preferences.ts';
import css from './data-table.module.css';
import type { Column } from './types.ts';

/** Which columns are on, remembered per table on this device. */
export function useColumns<Row>(id: string, columns: readonly Column<Row>[]) {
  const [kept, keep] = usePreference(`columns.${id}`);
  const chosen = parsePreference<Record<string, boolean>>(kept, {});
  const isOn = (column: Column<Row>) => chosen[column.id] ?? !column.optional;
  return {
    shown: columns.filter(isOn),
    isOn,
    toggle: (column: Column<Row>) => keep(JSON.stringify({ ...chosen, [column.id]: !isOn(column) })),
  };
}

export function ColumnChooser<Row>({ columns, isOn, toggle }: {
  columns: readonly Column<Row>[];
  isOn: (column: Column<Row>) => boolean;
  toggle: (column: Column<Row>) => void;
}) {
  const { t } = useWords();
  const last = columns.filter(isOn).length === 1;
  const content = (
    <div className={css.menu}>
      {columns.map((column) => (
        <Checkbox key={column.id} checked={isOn(column)} disabled={last && isOn(column)} onChange={() => toggle(column)}>
          {column.title}
        </Checkbox>
      ))}
    </div>
  );
  return (
    <Popover trigger="click" content={content} placement="bottomRight" arrow={false}>
      <Button type="text" size="small">{t('table.columns')}</Button>
    </Popover>
  );
}

interface SavedView {
  name: string;
  search: string;
}

/** A view is the page's address under a name: filters, sort and search words come back with it. */
export function SavedViews({ id }: { id: string }) {
  const { t } = useWords();
  const router = useRouter();
  const location = useLocation();
  const [kept, keep] = usePreference(`views.${id}`);
  const [name, setName] = useState('');
  const [open, setOpen] = useState(false);
  const views = parsePreference<SavedView[]>(kept, []);
  const save = () => {
    if (!name.trim()) return;
    keep(JSON.stringify([...views.filter((view) => view.name !== name.trim()), { name: name.trim(), search: location.searchStr }]));
    setName('');
  };
  const content = (
    <div className={css.menu}>
      {views.length === 0 && <span className="caption">{t('table.noViews')}</span>}
      {views.map((view) => (
        <div className={css.view} key={view.name}>
          <Button
            type="text"
            size="small"
            onClick={() => {
              setOpen(false);
              router.history.push(location.pathname + view.search);
            }}
          >
            {view.name}
          </Button>
          <Tooltip title={t('action.remove')}>
            <Button
              type="text"
              size="small"
              aria-label={t('table.removeView', { name: view.name })}
              onClick={() => keep(JSON.stringify(views.filter((other) => other !== view)))}
            >
              ×
            </Button>
          </Tooltip>
        </div>
      ))}
      <div className={css.save}>
        <Input
          size="small"
          value={name}
          maxLength={40}
          placeholder={t('table.viewName')}
          aria-label={t('table.viewName')}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={save}
        />
        <Button size="small" onClick={save} disabled={!name.trim()}>{t('table.saveView')}</Button>
      </div>
    </div>
  );
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} content={content} placement="bottomRight" arrow={false}>
      <Button type="text" size="small">{t('table.views')}</Button>
    </Popover>
  );
}
