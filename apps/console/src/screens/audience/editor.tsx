import { Button, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { Page } from '../../components/page.tsx';
import { useAttempt } from '../../components/use-attempt.ts';
import { useWords } from '../../i18n/index.ts';
import { readDraft, useDraft } from '../../lib/use-draft.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './audience.module.css';
import { Group } from './builder/group.tsx';
import { PreviewPanel } from './builder/preview-panel.tsx';
import { segmentQuery, segmentsKey, type Segment } from './queries.ts';
import { emptyRule, isComplete, rooted, type Rule } from './rule.ts';

interface Draft {
  name: string;
  rule: Rule;
}

/** What was typed, and over which version of the segment: of an older one it is let go. */
interface Kept extends Draft {
  version: number;
}

/** Writes a new segment, or changes one; beside it stands whom it describes. */
export function SegmentEditor({ segment }: { segment: Segment | null }) {
  const { t } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const draftKey = `segment.${brand.id}.${segment?.id ?? 'new'}`;
  const [saved] = useState<Kept>({ name: segment?.name ?? '', rule: segment?.rule ?? emptyRule, version: segment?.version ?? 0 });
  const [draft, setDraft] = useState<Draft>(() => {
    const typed = readDraft<Kept>(draftKey);
    return typed?.version === saved.version ? typed : saved;
  });
  const { busy, failure, attempt } = useAttempt();
  const unsaved = draft.name !== saved.name || JSON.stringify(draft.rule) !== JSON.stringify(saved.rule);
  const kept = useDraft(draftKey, useMemo(() => (unsaved ? { name: draft.name, rule: draft.rule, version: saved.version } : null), [unsaved, draft, saved]));
  const params = { brandId: String(brand.id) };
  const complete = isComplete(draft.rule.root);
  const named = draft.name.trim() !== '';

  const save = () => attempt(async () => {
    const body = { name: draft.name.trim(), rule: draft.rule };
    const path = { brandId: brand.id };
    const stored = segment
      ? await ask(api.PATCH('/api/brands/{brandId}/segments/{segmentId}', { params: { path: { ...path, segmentId: segment.id } }, body }))
      : await ask(api.POST('/api/brands/{brandId}/segments', { params: { path }, body }));
    kept.forget();
    queryClient.setQueryData(segmentQuery(brand.id, stored.id).queryKey, stored as Segment);
    await queryClient.invalidateQueries({ queryKey: segmentsKey(brand.id) });
    await navigate({ to: '/b/$brandId/audience/$segmentId', params: { ...params, segmentId: stored.id } });
  });
  return (
    <Page
      title={segment ? t('audience.edit') : t('audience.create')}
      back={segment
        ? <Link to="/b/$brandId/audience/$segmentId" params={{ ...params, segmentId: segment.id }}>{segment.name}</Link>
        : <Link to="/b/$brandId/audience" params={params}>{t('audience.back')}</Link>}
      actions={<Button type="primary" loading={busy} disabled={!complete || !named} onClick={() => void save()}>{t('action.save')}</Button>}
    >
      <div className={css.editor}>
        <div>
          <FormFailure text={failure} />
          <label className={css.name}>
            <span>{t('audience.name')}</span>
            <Input value={draft.name} maxLength={60} autoFocus={!segment} placeholder={t('audience.nameHint')} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />
            {complete && !named && <span className={css.lack}>{t('audience.nameMissing')}</span>}
          </label>
          <Group node={rooted(draft.rule.root)} self={segment?.id ?? null} onChange={(root) => setDraft({ ...draft, rule: { version: 1, root } })} />
          <p className="caption">{t('audience.draftKept')}{segment?.state === 'live' && ` ${t('audience.countsFromPublication')}`}</p>
        </div>
        <PreviewPanel rule={draft.rule} self={segment?.id ?? null} />
      </div>
    </Page>
  );
}
