import { useVirtualizer } from '@tanstack/react-virtual';
import { Button, Checkbox } from 'antd';
import { Fragment, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../../i18n/index.ts';
import { csv, download } from '../../lib/csv.ts';
import { count } from '../../lib/format.ts';
import { useNarrow } from '../../lib/use-narrow.ts';
import { Failure, RowBones } from '../states.tsx';
import css from './data-table.module.css';
import { useTableKeys } from './keyboard.ts';
import { useSorting } from './sorting.ts';
import { ColumnChooser, SavedViews, useColumns } from './tools.tsx';
import type { Column, Selection } from './types.ts';

interface DataTableProps<Row> {
  /** Names the remembered columns and views, and the exported file. */
  id: string;
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[] | undefined;
  rowId: (row: Row) => string;
  /** Every row there is, when the server says; otherwise only the loaded ones are counted. */
  total?: number;
  error?: unknown;
  retry?: () => void;
  /** Shown when there is no row at all. */
  empty: ReactNode;
  onOpen?: (row: Row) => void;
  selection?: Selection;
  /** What can be done with the selected. */
  selectionActions?: ReactNode;
  /** The next page of the cursor: asked for when its end comes into view. */
  more?: { loading: boolean; load: () => void };
  filters?: ReactNode;
  tools?: ReactNode;
  savedViews?: boolean;
  /** What stands here may not be saved from the page: personal data leaves through the server only, which asks who may and writes it down. */
  personal?: boolean;
  /** A short list that needs no tools of its own. */
  bare?: boolean;
  /** The main table of a page takes what height is left and the page's keys. */
  main?: boolean;
}

const none: never[] = [];

/** As in the style sheet. */
const headerHeight = 40;
const columnGap = 24;
const rowPadding = 16;

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id, label, columns, rows, rowId, total, error, retry, empty, onOpen, selection, more, main = false } = props;
  const { t } = useWords();
  const narrow = useNarrow();
  const base = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const { shown, isOn, toggle } = useColumns(id, columns);
  // Sorting a part of the rows would say something untrue about the rest.
  const sortable = !props.bare && !more;
  const { sorted: list, sort, choose } = useSorting(rows ?? none, columns, sortable);
  // On a phone what can be done about a row has a line of its own; where a row opens, it is done on its page.
  const actions = narrow && !onOpen ? columns.filter(({ title, phone }) => title === '' && phone === undefined) : none;
  const size = !narrow ? 44 : list.some((row) => actions.some(({ cell }) => cell(row))) ? 100 : 68;
  const top = narrow ? 0 : headerHeight;

  const virtual = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => size,
    overscan: 12,
    scrollMargin: top,
    scrollPaddingStart: top,
  });
  useEffect(() => virtual.measure(), [size, virtual]);

  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (more && !more.loading && lastShown >= list.length - 8) more.load();
  }, [more, lastShown, list.length]);

  const go = (index: number) => {
    const next = Math.max(0, Math.min(list.length - 1, index));
    if (list.length === 0) return;
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const pick = (row: Row) => {
    if (!selection) return;
    const ids = new Set(selection.ids);
    if (!ids.delete(rowId(row))) ids.add(rowId(row));
    selection.change(ids);
  };
  useTableKeys({
    move: (step) => go(active + step),
    edge: (end) => go(end === 'first' ? 0 : list.length - 1),
    open: () => list[active] !== undefined && onOpen?.(list[active]),
    pick: selection && (() => list[active] !== undefined && pick(list[active])),
  }, scroll, main);

  const allPicked = selection !== undefined && list.length > 0 && list.every((row) => selection.ids.has(rowId(row)));
  const template = [
    ...(selection ? ['20px'] : []),
    ...shown.map((column) => (column.grow ? `minmax(${column.width}px, ${column.grow}fr)` : `${column.width}px`)),
  ].join(' ');
  const leastWidth = shown.reduce((sum, column) => sum + column.width + columnGap, 2 * rowPadding - columnGap + (selection ? 20 + columnGap : 0));
  const exportShown = () =>
    download(`${id}.csv`, csv(shown.map((column) => column.title), list.map((row) => shown.map((column) => column.text(row)))));

  return (
    <div className={main ? `${css.wrap} ${css.fill}` : css.wrap}>
      {!props.bare && <div className={css.bar}>
        {props.filters}
        <div className={css.tools}>
          {rows && (
            <span className={css.count}>
              {total !== undefined && total > list.length
                ? t('table.someOf', { shown: count(list.length), total: count(total) })
                : t(more ? 'table.loaded' : 'table.rows', { count: list.length, shown: count(list.length) })}
            </span>
          )}
          {props.tools}
          {props.savedViews && <SavedViews id={id} />}
          {!narrow && <ColumnChooser columns={columns} isOn={isOn} toggle={toggle} />}
          {/* Its place is kept while there is nothing to export: what stands before it would move away under a click. */}
          {!props.personal && <Button type="text" size="small" style={list.length > 0 ? {} : { visibility: 'hidden' }} onClick={exportShown}>{t('table.export')}</Button>}
        </div>
      </div>}
      {selection && selection.ids.size > 0 && (
        <div className={`${css.bar} ${css.picked}`}>
          <span className="num">{t('table.picked', { count: selection.ids.size, shown: count(selection.ids.size) })}</span>
          {props.selectionActions}
          <Button type="link" size="small" onClick={() => selection.change(new Set())}>{t('table.clearPicked')}</Button>
        </div>
      )}
      {rows === undefined && (error ? <Failure error={error} retry={retry} /> : <div aria-busy="true"><RowBones count={main ? 12 : 5} /></div>)}
      {rows !== undefined && list.length === 0 && empty}
      {list.length > 0 && (
        <div
          ref={scroll}
          className={css.scroll}
          role="grid"
          aria-label={label}
          aria-rowcount={total ?? (more ? -1 : list.length)}
          aria-multiselectable={selection ? true : undefined}
          aria-activedescendant={active >= 0 && items.some((item) => item.index === active) ? `${base}${active}` : undefined}
          tabIndex={0}
        >
          <div style={narrow ? undefined : { minWidth: leastWidth }}>
            {!narrow && (
              <div className={css.header} role="row" style={{ gridTemplateColumns: template }}>
                {selection && (
                  <div role="columnheader">
                    <Checkbox
                      aria-label={t('table.pickAll')}
                      checked={allPicked}
                      indeterminate={!allPicked && list.some((row) => selection.ids.has(rowId(row)))}
                      onChange={() => {
                        const ids = new Set(selection.ids);
                        for (const row of list) allPicked ? ids.delete(rowId(row)) : ids.add(rowId(row));
                        selection.change(ids);
                      }}
                    />
                  </div>
                )}
                {shown.map((column) => {
                  const current = sort?.column === column.id;
                  return (
                    <div
                      key={column.id}
                      role="columnheader"
                      className={column.align ? `${css.cell} ${css.right}` : css.cell}
                      aria-sort={current ? (sort.descending ? 'descending' : 'ascending') : undefined}
                    >
                      {sortable && column.title !== '' ? (
                        <button
                          type="button"
                          className={css.sort}
                          aria-pressed={current}
                          onClick={() => choose(column.id)}
                        >
                          {column.title}{current ? (sort.descending ? ' ↓' : ' ↑') : ''}
                        </button>
                      ) : column.title}
                    </div>
                  );
                })}
              </div>
            )}
            <div className={css.body} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
              {items.map((item) => {
                const row = list[item.index]!;
                const rowKey = rowId(row);
                return (
                  <div
                    key={rowKey}
                    id={`${base}${item.index}`}
                    role="row"
                    aria-rowindex={item.index + 1}
                    aria-selected={selection ? selection.ids.has(rowKey) : undefined}
                    data-active={item.index === active}
                    data-open={onOpen !== undefined}
                    data-last={item.index === list.length - 1}
                    className={narrow ? `${css.row} ${css.phone}` : css.row}
                    style={{
                      height: item.size,
                      transform: `translateY(${item.start - top}px)`,
                      ...(narrow ? {} : { gridTemplateColumns: template }),
                    }}
                    onClick={(event) => {
                      setActive(item.index);
                      if (!(event.target as HTMLElement).closest('a, button, label, input')) onOpen?.(row);
                    }}
                  >
                    {narrow ? <PhoneRow row={row} columns={columns} actions={actions} /> : (
                      <>
                        {selection && (
                          <div role="gridcell">
                            <Checkbox aria-label={t('table.pick')} checked={selection.ids.has(rowKey)} onChange={() => pick(row)} tabIndex={-1} />
                          </div>
                        )}
                        {shown.map((column) => (
                          <div key={column.id} role="gridcell" className={column.align ? `${css.cell} ${css.right}` : css.cell}>
                            {column.cell(row)}
                          </div>
                        ))}
                      </>
                    )}
                  </div>
                );
              })}
            </div>
            {more?.loading && <div className={css.more} aria-live="polite">{t('table.loadingMore')}</div>}
          </div>
        </div>
      )}
    </div>
  );
}

function PhoneRow<Row>({ row, columns, actions }: { row: Row; columns: readonly Column<Row>[]; actions: readonly Column<Row>[] }) {
  const at = (place: Column<Row>['phone']) => columns.filter((column) => column.phone === place);
  return (
    <>
      <div role="gridcell" className={`${css.cell} ${css.title}`}>{at('title').map((column) => <Fragment key={column.id}>{column.cell(row)}</Fragment>)}</div>
      <div role="gridcell" className={`${css.cell} ${css.right}`}>{at('aside').map((column) => <span key={column.id}>{column.cell(row)}</span>)}</div>
      <div role="gridcell" className={css.detail}>{at('detail').filter((column) => column.text(row) !== '').map((column, index) => <span key={column.id}>{index > 0 && '· '}{column.cell(row)}</span>)}</div>
      {actions.length > 0 && <div role="gridcell" className={css.actions}>{actions.map((column) => <Fragment key={column.id}>{column.cell(row)}</Fragment>)}</div>}
    </>
  );
}
