import { Modal } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { usePeopleFound } from './people-found.ts';
import css from './palette.module.css';

export interface Command {
  id: string;
  group: string;
  label: string;
  hint?: string;
  /** More words it answers to: the other language, synonyms. */
  also?: string;
  run: () => void;
}

/** ⌘K: people, pages, actions; arrows and Enter. */
export function Palette({ open, onClose, commands, onPerson }: {
  open: boolean;
  onClose: () => void;
  commands: readonly Command[];
  onPerson: ((contactId: number) => void) | null;
}) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const people = usePeopleFound(open && onPerson ? text.trim() : '');
  const found = useMemo(() => {
    const needle = text.trim().toLowerCase();
    const fits = commands.filter((one) => `${one.label} ${one.also ?? ''} ${one.group}`.toLowerCase().includes(needle));
    const persons: Command[] = people.map((person) => ({
      id: `person-${person.id}`, group: t('palette.people'), label: person.name, hint: person.hint, run: () => onPerson?.(person.id),
    }));
    return [...persons, ...fits];
  }, [text, commands, people, onPerson, t]);

  useEffect(() => setAt(0), [text]);
  useEffect(() => { list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }); }, [at]);

  const choose = (command: Command | undefined) => {
    if (!command) return;
    setText('');
    onClose();
    command.run();
  };
  const onKey = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((found.length + at + step) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(found[at]);
    }
  };
  return (
    <Modal open={open} onCancel={onClose} footer={null} closable={false} width={560} destroyOnHidden title={<span className="sr-only">{t('palette.title')}</span>} styles={{ header: { margin: 0 }, container: { padding: '16px 24px' } }}>
      <input
        autoFocus
        className={css.input}
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[at] ? `palette-${found[at].id}` : undefined}
        placeholder={t(onPerson ? 'palette.placeholder' : 'palette.placeholderPages')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKey}
      />
      <div className={css.list} role="listbox" id="palette-list" ref={list}>
        {found.length === 0 && <div className={css.none}>{t('palette.none')}</div>}
        {found.map((command, index) => (
          <div key={command.id}>
            {command.group !== found[index - 1]?.group && <div className={css.group} role="presentation">{command.group}</div>}
            <div
              id={`palette-${command.id}`}
              role="option"
              aria-selected={index === at}
              className={css.option}
              onMouseMove={() => setAt(index)}
              onClick={() => choose(command)}
            >
              <span>{command.label}</span>
              {command.hint && <span className={css.hint}>{command.hint}</span>}
            </div>
          </div>
        ))}
      </div>
    </Modal>
  );
}
