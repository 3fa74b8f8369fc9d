import { Button, Dropdown } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { Ago, PeopleCount, When } from '../../components/number.tsx';
import { Page, Section } from '../../components/page.tsx';
import { FigureBones, Loaded } from '../../components/states.tsx';
import { TypedConfirm } from '../../components/typed-confirm.tsx';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './audience.module.css';
import { DuplicateDialog } from './duplicate-dialog.tsx';
import { History } from './history.tsx';
import { KeptTags } from './kept-tags.tsx';
import { Members } from './members.tsx';
import { Overlaps } from './overlaps.tsx';
import { Publication } from './publication.tsx';
import { isPublishing, segmentQuery, segmentsKey, type Segment } from './queries.ts';
import { RuleLines } from './rule-lines.tsx';
import { isChanged, SegmentState } from './state.tsx';
import { Value } from './value.tsx';

export default function SegmentPage() {
  const { t } = useWords();
  const brand = useBrand();
  const { segmentId } = useParams({ from: '/b/$brandId/audience/$segmentId' });
  const segment = useQuery(segmentQuery(brand.id, segmentId));
  const { data } = segment;
  return (
    <Page
      title={data?.name ?? t('nav.audience')}
      back={<Link to="/b/$brandId/audience" params={{ brandId: String(brand.id) }}>{t('audience.back')}</Link>}
      lead={data && <Lead segment={data} />}
      actions={data && data.state !== 'archived' && <Actions segment={data} />}
    >
      <Loaded query={segment} bones={<FigureBones count={3} />}>{(one) => <Body segment={one} />}</Loaded>
    </Page>
  );
}

function Lead({ segment }: { segment: Segment }) {
  const { t } = useWords();
  return (
    <>
      <SegmentState state={segment.state} /> · {t(`audience.ofKind.${segment.kind}`)}
      {segment.kind === 'rule' && segment.publishedAt && <> · {t('audience.published')} <Ago at={segment.publishedAt} /></>}
      {isChanged(segment) && <> · {t('audience.changedSince')}</>}
    </>
  );
}

function Body({ segment }: { segment: Segment }) {
  const { t } = useWords();
  const brand = useBrand();
  const sees = brand.can('people:read');
  return (
    <>
      <Publication segment={segment} />
      <div className={css.columns}>
        <div>
          <Section title={segment.kind === 'list' ? t('audience.theList') : t('audience.rule')}>
            {segment.lines ? <RuleLines line={segment.lines} /> : <p className={css.lines}>{t('audience.listAbout')} <When at={segment.createdAt} /></p>}
          </Section>
          {segment.liveVersion !== null && <Section title={t('audience.history')}><History segment={segment} /></Section>}
          {sees && segment.state === 'live' && <Members segmentId={segment.id} total={segment.size} />}
        </div>
        <aside>
          {(segment.size !== null || segment.suppressed) && (
            <section className={css.panel}>
              <h3>{t('audience.size')}</h3>
              <strong className={css.big}><PeopleCount value={segment.size} suppressed={segment.suppressed} /></strong>
            </section>
          )}
          {segment.state === 'live' && <Value segmentId={segment.id} />}
          {sees && segment.state === 'live' && <Overlaps segmentId={segment.id} size={segment.size ?? 0} />}
          {sees && segment.state === 'live' && <KeptTags segmentId={segment.id} />}
        </aside>
      </div>
    </>
  );
}

/** Publishing is the one thing to do while members do not follow the rule; the rest stands behind «More». */
function Actions({ segment }: { segment: Segment }) {
  const { t } = useWords();
  const brand = useBrand();
  const telling = useTelling();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<'archive' | 'duplicate' | null>(null);
  const close = () => setOpen(null);
  const params = { brandId: String(brand.id), segmentId: segment.id };
  const path = { brandId: brand.id, segmentId: segment.id };
  const may = brand.can('people:write');
  const refresh = () => queryClient.invalidateQueries({ queryKey: segmentsKey(brand.id) });
  const publish = async () => {
    await telling(() => ask(api.POST('/api/brands/{brandId}/segments/{segmentId}/publish', { params: { path } })));
    await refresh();
  };
  const archive = async () => {
    await ask(api.POST('/api/brands/{brandId}/segments/{segmentId}/archive', { params: { path } }));
    await refresh();
  };
  const edit = () => void navigate({ to: '/b/$brandId/audience/$segmentId/edit', params });
  const isRule = segment.kind === 'rule';
  const toPublish = may && isRule && (segment.state !== 'live' || isChanged(segment)) && !isPublishing(segment);
  const items = [
    ...(may && isRule ? [{ key: 'duplicate', label: t('audience.duplicate'), onClick: () => setOpen('duplicate') }] : []),
    ...(brand.can('people:export') && segment.state === 'live'
      ? [{ key: 'export', label: <a href={`/api/brands/${brand.id}/segments/${segment.id}/export`} download>{t('audience.export')}</a> }]
      : []),
    ...(may ? [{ key: 'archive', danger: true, label: t('audience.archive'), onClick: () => setOpen('archive') }] : []),
  ];
  return (
    <>
      {items.length > 0 && <Dropdown trigger={['click']} menu={{ items }} placement="bottomRight"><Button>{t('action.more')}</Button></Dropdown>}
      {may && isRule && <Button onClick={edit}>{t('action.edit')}</Button>}
      {toPublish && <Button type="primary" onClick={() => void publish()}>{t('audience.publish')}</Button>}
      <TypedConfirm open={open === 'archive'} title={t('audience.archive')} expected={segment.name} verb={t('audience.archive')} onConfirm={archive} onClose={close}>
        {t('audience.archiveWarning', { count: segment.size ?? 0, shown: count(segment.size ?? 0) })}
      </TypedConfirm>
      <DuplicateDialog segment={segment} open={open === 'duplicate'} onClose={close} />
    </>
  );
}
