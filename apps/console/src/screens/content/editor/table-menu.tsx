import { TableOutlined } from '@ant-design/icons';
import type { Editor } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, isInTable, mergeCells, splitCell } from '@tiptap/pm/tables';
import { useEditorState } from '@tiptap/react';
import { Button, Dropdown } from 'antd';
import { useWords } from '../../../i18n/index.ts';
import { insertTable, runInTable } from './tables.ts';

const commands = { rowAbove: addRowBefore, rowBelow: addRowAfter, columnLeft: addColumnBefore, columnRight: addColumnAfter, merge: mergeCells, split: splitCell, deleteRow, deleteColumn, delete: deleteTable } satisfies Record<string, Command>;
type Act = keyof typeof commands;
const groups: readonly (readonly Act[])[] = [['rowAbove', 'rowBelow', 'columnLeft', 'columnRight'], ['merge', 'split'], ['deleteRow', 'deleteColumn', 'delete']];

/** Inserts a table, and changes the one the cursor is in. */
export function TableMenu({ editor }: { editor: Editor }) {
  const { t } = useWords();
  const { inside, able } = useEditorState({
    editor,
    selector: ({ editor: { state } }) => ({ inside: isInTable(state), able: (Object.keys(commands) as Act[]).filter((act) => commands[act](state)) }),
  });
  const items = [
    { key: 'insert', label: t('content.table_insert'), disabled: inside },
    ...groups.flatMap((acts) => [{ type: 'divider' as const }, ...acts.map((act) => ({ key: act, label: t(`content.table_${act}`), disabled: !able.includes(act) }))]),
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => (key === 'insert' ? insertTable(editor) : runInTable(editor, commands[key as Act])) }}>
      <Button type="text" size="small" icon={<TableOutlined />} aria-label={t('content.tool_table')} title={t('content.tool_table')} aria-pressed={inside} aria-haspopup="menu" onMouseDown={(event) => event.preventDefault()} />
    </Dropdown>
  );
}
