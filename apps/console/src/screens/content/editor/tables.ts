import { type Editor, Node } from '@tiptap/core';
import type { Node as Part } from '@tiptap/pm/model';
import { type Command, type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import { addRowAfter, findTable, goToNextCell, tableEditing, TableMap } from '@tiptap/pm/tables';
import { attribute, type Kept, keptOf } from './kept.ts';

/** Tables as rows of cells, edited by prosemirror-tables, which knows them by their roles. */
const roles: Record<string, string> = { table: 'table', tableRow: 'row', tableCell: 'cell', tableHeader: 'header_cell' };

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => ({ columns: { default: null as Kept[] | null, parseHTML: columnsOf, rendered: false } }),
  parseHTML: () => [{ tag: 'table', priority: 110, getAttrs: (table) => (isRectangle(table as HTMLTableElement) ? null : false) }],
  renderHTML({ node, HTMLAttributes }) {
    const columns = node.attrs['columns'] as Kept[] | null;
    const rows = ['tbody', 0] as const;
    // Columns that came or went since leave no width for the others.
    if (columns?.length !== TableMap.get(node).width) return ['table', HTMLAttributes, rows];
    return ['table', HTMLAttributes, ['colgroup', {}, ...columns.map((kept) => ['col', kept] as const)], rows];
  },
  extendNodeSchema: ({ name }) => (name in roles ? { tableRole: roles[name] } : {}),
  addProseMirrorPlugins: () => [tableEditing(), new Plugin({ appendTransaction: (changes, _, state) => (changes.some(({ docChanged }) => docChanged) ? dressed(state) : null) })],
  addKeyboardShortcuts() {
    const go = (direction: 1 | -1) => goToNextCell(direction)(this.editor.state, this.editor.view.dispatch);
    return { Tab: () => go(1) || (addRowAfter(this.editor.state, this.editor.view.dispatch) && go(1)), 'Shift-Tab': () => go(-1) };
  },
});

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  addAttributes: () => ({ kept: { ...attribute, parseHTML: rowKept } }),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0],
});

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (cell: HTMLElement) => Number(cell.getAttribute(name)) || 1,
  renderHTML: ({ [name]: cells }: Partial<Record<typeof name, number>>) => (cells === 1 ? {} : { [name]: cells }),
});

const cellNode = (name: string, tag: 'td' | 'th') => Node.create({
  name,
  content: 'block+',
  isolating: true,
  addAttributes: () => ({
    colspan: span('colspan'),
    rowspan: span('rowspan'),
    colwidth: { default: null, parseHTML: () => null, rendered: false },
    // Null in a cell that has just come to be, until `dressed` has seen it.
    kept: { ...attribute, parseHTML: (cell: HTMLElement) => keptOf(cell) ?? {} },
  }),
  parseHTML: () => [{ tag }],
  renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
});

export const tableNodes = [Table, TableRow, cellNode('tableCell', 'td'), cellNode('tableHeader', 'th')];

/** What does not fill a rectangle would be mended as soon as somebody clicks; like captions it is kept as it was written. */
function isRectangle(table: HTMLTableElement): boolean {
  if (table.caption) return false;
  const widths: number[] = [];
  for (const [at, row] of [...table.rows].entries())
    for (const cell of row.cells) for (let down = 0; down < cell.rowSpan; down++) widths[at + down] = (widths[at + down] ?? 0) + cell.colSpan;
  return widths.length > 0 && widths.length === table.rows.length && widths.every((width) => width === widths[0]);
}

/** One for each column, or null. */
function columnsOf(table: HTMLElement): Kept[] | null {
  const columns = [...table.querySelectorAll(':scope > colgroup > col')];
  return columns.length === 0 || columns.some((column) => column.hasAttribute('span')) ? null : columns.map((column) => keptOf(column) ?? {});
}

/** All rows come to stand in one tbody: what their own part of the table looked like goes with them. */
function rowKept(row: HTMLElement): Kept | null {
  const kept = keptOf(row);
  const part = row.parentElement?.matches('thead, tbody, tfoot') ? row.parentElement.getAttribute('style') : null;
  return part ? { ...kept, style: [part.replace(/;\s*$/, ''), kept?.['style']].filter(Boolean).join('; ') } : kept;
}

/** A new cell looks like the one beside it; in a new row like the one below or above, of its own kind if there is one. */
function dressed({ doc, tr }: EditorState): Transaction | null {
  doc.descendants((table, at) => {
    if (table.type.name !== 'table') return;
    const { map, width } = TableMap.get(table);
    for (const [index, position] of map.entries()) {
      const cell = table.nodeAt(position)!;
      if (cell.attrs['kept'] !== null) continue;
      const neighbours = [index % width > 0 ? index - 1 : -1, (index + 1) % width > 0 ? index + 1 : -1, index + width, index - width]
        .flatMap((one) => (map[one] === undefined ? [] : [table.nodeAt(map[one])!])).filter((one) => one.attrs['kept'] !== null);
      const model: Part | undefined = neighbours.find(({ type }) => type === cell.type) ?? neighbours[0];
      tr.setNodeAttribute(at + 1 + position, 'kept', model?.attrs['kept'] ?? {});
    }
  });
  return tr.docChanged ? tr : null;
}

const CELL = 'border: 1px solid #e7e2d8; padding: 8px 10px; vertical-align: top; word-break: break-word';
const HEADER = `${CELL}; background-color: #f7f4ee; font-weight: 500; text-align: left`;

/** Three by three with a header row, where the cursor is; the cursor goes into its first cell. */
export function insertTable({ schema, view, state }: Editor): void {
  const row = (type: string, style: string) => ({ type: 'tableRow', content: Array.from({ length: 3 }, () => ({ type, attrs: { kept: { style } }, content: [{ type: 'paragraph' }] })) });
  const table = schema.nodeFromJSON({
    type: 'table', attrs: { kept: { style: 'width: 100%; border-collapse: collapse; table-layout: fixed' } },
    content: [row('tableHeader', HEADER), row('tableCell', CELL), row('tableCell', CELL)],
  });
  const { tr } = state;
  const at = tr.selection.from;
  const cursor = TextSelection.near(tr.replaceSelectionWith(table).doc.resolve(at + 1));
  const { pos, node } = findTable(cursor.$from)!;
  const below = pos + node.nodeSize;
  // Somebody will write on below it.
  if (tr.doc.resolve(below).nodeAfter === null) tr.insert(below, schema.nodes['paragraph']!.create());
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, cursor.from)).scrollIntoView());
  view.focus();
}

/** Does it, and gives the keyboard back to the text. */
export function runInTable({ view, state }: Editor, command: Command): void {
  command(state, view.dispatch);
  view.focus();
}
