import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../../api/problem.ts';
import { Count } from '../../../components/number.tsx';
import { LineBones, Loaded } from '../../../components/states.tsx';
import { useWords } from '../../../i18n/index.ts';
import { count, share } from '../../../lib/format.ts';
import { useSettled } from '../../../lib/use-settled.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import { SeveralNamed } from '../../../shell/named-field.tsx';
import { useNames, useSearch } from '../../../shell/names.ts';
import css from '../audience.module.css';
import { OverlapBars } from '../overlap-bars.tsx';
import { previewQuery, previewStagesQuery, type Preview } from '../queries.ts';
import { isComplete, type Rule } from '../rule.ts';
import { SamplePeople } from '../sample-people.tsx';
import { StagesAndWorth } from '../value.tsx';

/** Building has paused when nothing changed for so long, in milliseconds. */
const PAUSE = 400;

/** How many, who, and what it means in words, while the rule is being built. */
export function PreviewPanel({ rule, self }: { rule: Rule; self: string | null }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const [beside, setBeside] = useState<string[]>([]);
  const asked = useSettled(rule, PAUSE);
  const ready = isComplete(asked.root);
  const preview = useQuery({ ...previewQuery(brand.id, asked, beside), enabled: ready });
  const waiting = ready && (preview.isFetching || asked !== rule);
  return (
    <aside className={css.preview} aria-label={t('audience.preview')}>
      <div aria-live="polite" aria-busy={waiting} data-waiting={waiting} className={css.answer}>
        {!ready && !preview.data && <p className="quiet">{t('audience.fillIn')}</p>}
        {ready && preview.isError && <p role="alert" className={css.wrong}>{preview.error instanceof ApiError ? preview.error.message : t('state.unexpected')}</p>}
        {ready && !preview.data && !preview.isError && <LineBones count={3} />}
        {preview.data && !preview.isError && <Answer preview={preview.data} />}
        {!ready && preview.data && <p className="caption">{t('audience.fillInMore')}</p>}
      </div>
      {preview.data && !preview.isError && (
        <>
          <p className={css.sentence}>{preview.data.sentence[language]}</p>
          <h3>{t('audience.sample')}</h3>
          <SamplePeople people={preview.data.sample} />
          <h3>{t('audience.overlap')}</h3>
          <Beside self={self} value={beside} onChange={setBeside} />
          <Overlaps preview={preview.data} />
          <Worth rule={asked} ready={ready} />
        </>
      )}
    </aside>
  );
}

function Answer({ preview: { count: people, of } }: { preview: Preview }) {
  const { t } = useWords();
  return (
    <>
      <strong className={css.big}><Count value={people} /></strong>
      <p className="quiet num">{t('audience.peopleOf', { count: people, share: of === 0 ? share(0) : share(people / of), all: count(of) })}</p>
    </>
  );
}

function Worth({ rule, ready }: { rule: Rule; ready: boolean }) {
  const { t } = useWords();
  const brand = useBrand();
  const [open, setOpen] = useState(false);
  const stages = useQuery({ ...previewStagesQuery(brand.id, rule), enabled: open && ready });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('audience.value')}</summary>
      {open && <Loaded query={stages} bones={<LineBones />}>{(counts) => <StagesAndWorth counts={counts} />}</Loaded>}
    </details>
  );
}

function Beside({ self, value, onChange }: { self: string | null; value: string[]; onChange: (value: string[]) => void }) {
  const { t } = useWords();
  const live = useSearch('liveSegments', '', true);
  if (live.data?.items.every(({ id }) => id === self) && !live.data.more) return <p className="caption">{t('audience.nothingToCompare')}</p>;
  return <SeveralNamed what="liveSegments" width="100%" most={10} except={self === null ? [] : [self]} label={t('audience.overlapWith')} value={value} onChange={onChange} />;
}

function Overlaps({ preview }: { preview: Preview }) {
  const names = useNames('segments', preview.overlaps.map(({ segmentId }) => segmentId));
  return <OverlapBars own={preview.count} rows={preview.overlaps.map((one) => ({ ...one, name: names.get(one.segmentId)?.name ?? '' }))} />;
}
