import { Drawer, Segmented } from 'antd';
import { useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import css from './behind.module.css';
import { DayRows, PeopleRows, PushRows } from './behind-rows.tsx';
import { exact, nameOf } from './figures/words.ts';
import type { Part } from './queries.ts';
import type { Asked } from './view.ts';

/** The rows a number was counted from: those above its line and those below it. */
export function BehindDrawer({ asked, onClose }: { asked: Asked | null; onClose: () => void }) {
  const { language } = useWords();
  const title = asked && [asked.metric.name[language], ...(asked.cell && asked.cell.key !== '' ? [nameOf(asked.cell, language)] : [])].join(' · ');
  return (
    <Drawer open={asked !== null} onClose={onClose} size={720} destroyOnHidden title={title}>
      {asked && <Rows key={`${asked.metric.id} ${asked.cell?.key}`} asked={asked} />}
    </Drawer>
  );
}

const rowsOf = { contacts: PeopleRows, pushes: PushRows, days: DayRows };

function Rows({ asked }: { asked: Asked }) {
  const { t, language } = useWords();
  const [part, setPart] = useState<Part>('numerator');
  const { metric, cell } = asked;
  const amount = cell && cell[part];
  const List = metric.behind && rowsOf[metric.behind];
  return (
    <>
      {cell?.denominator !== null && (
        <Segmented<Part>
          value={part}
          onChange={setPart}
          options={[{ value: 'numerator', label: t('figure.numerator') }, { value: 'denominator', label: t('figure.denominator') }]}
        />
      )}
      <p className={css.words}>{metric[part][language]}{amount !== null && <b>{exact(amount)}</b>}</p>
      {List && <List key={part} asked={asked} part={part} />}
    </>
  );
}
