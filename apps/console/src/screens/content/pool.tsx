import { Button, InputNumber, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { Page, Section } from '../../components/page.tsx';
import { Empty, Loaded, RowBones } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { dayOfYear } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './content.module.css';
import { Cover } from './cover.tsx';
import { contentKey, useContentWords, type PoolArticle } from './queries.ts';
import { ContentTabs } from './tabs.tsx';

const groups = ['sales', 'crm', 'adhoc'] as const;

/** W-37: what may fill slots 2..n, by group, and a try of whom gets what. */
export default function Pool() {
  const { t, language } = useWords();
  const brand = useBrand();
  const words = useContentWords();
  const pool = useQuery({
    queryKey: [...contentKey(brand.id), 'pool'],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/content/pool', { params: { path: { brandId: brand.id } } })),
  });
  return (
    <Page title={t('nav.articles')} lead={t('content.poolLead')} tabs={<ContentTabs />}>
      <Loaded query={pool} bones={<RowBones count={4} />}>
        {({ items }) => (items.length === 0 ? <Empty title={t('content.poolNone')}>{t('content.poolNoneMore')}</Empty> : (
          <>
            <div className={css.pool}>
              {groups.map((group) => (
                <Section key={group} title={words?.poolGroups[group]?.[language] ?? group}>
                  <ul>{items.filter((one) => one.group === group).map((one) => <PoolRow key={one.id} article={one} />)}</ul>
                </Section>
              ))}
            </div>
            <TryFill />
          </>
        ))}
      </Loaded>
    </Page>
  );
}

function PoolRow({ article }: { article: PoolArticle }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const words = useContentWords();
  return (
    <li>
      <Cover id={article.coverId} small />
      <div>
        <Link to="/b/$brandId/content/articles/$articleId" params={{ brandId: String(brand.id), articleId: article.id }}>{article.title}</Link>
        <div className="caption">{article.audiences.map((audience) => words?.poolAudiences[audience]?.[language] ?? audience).join(language === 'zh' ? '、' : ', ')}</div>
        <div className="caption">
          {article.expiresAt === null ? t('content.never') : `${t('content.expires')} ${dayOfYear(Date.parse(article.expiresAt) - 1, language)}`}
          {article.invitesToJoin && ` · ${t('content.invites')}`}
          {article.approved && <span className={css.good}> · {t('content.standing_approved')}</span>}
        </div>
      </div>
    </li>
  );
}

function TryFill() {
  const { t, language } = useWords();
  const brand = useBrand();
  const words = useContentWords();
  const [audience, setAudience] = useState('member');
  const [slots, setSlots] = useState(3);
  const [asked, setAsked] = useState<{ audience: string; slots: number } | null>(null);
  const filled = useQuery({
    queryKey: [...contentKey(brand.id), 'fill', asked],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/content/pool/fill', {
      params: { path: { brandId: brand.id }, query: { audience: asked!.audience as 'everyone', slots: asked!.slots } },
    })),
    enabled: asked !== null,
  });
  const audiences = [{ value: 'everyone', label: t('content.everyone') }, ...Object.entries(words?.poolAudiences ?? {}).map(([value, name]) => ({ value, label: name[language] }))];
  return (
    <Section title={t('content.tryFill')}>
      <div className={css.try}>
        <label><span className="caption">{t('content.fillFor')}</span><Select style={{ width: 200 }} value={audience} onChange={setAudience} options={audiences} /></label>
        <label><span className="caption">{t('content.fillSlots')}</span><InputNumber min={1} max={7} value={slots} onChange={(value) => setSlots(value ?? 1)} /></label>
        <Button onClick={() => setAsked({ audience, slots })}>{t('content.tryFill')}</Button>
      </div>
      {filled.data && (filled.data.items.length === 0 ? <p className="quiet">{t('content.filledNone')}</p> : (
        <>
          <p className="caption">{t('content.filled')}</p>
          <ol className={css.order}>{filled.data.items.map((one, index) => <li key={one.id}>{index + 2}. {one.title} <span className="caption">{words?.poolGroups[one.group]?.[language]}</span></li>)}</ol>
        </>
      ))}
    </Section>
  );
}
