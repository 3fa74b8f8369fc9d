import { Button, Modal, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAccounts } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import { tagsQuery } from '../../api/tags.ts';
import { Ago, When } from '../../components/number.tsx';
import { LineBones, Loaded } from '../../components/states.tsx';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './audience.module.css';
import { keptTagsQuery, type KeptTag } from './queries.ts';

/** WeChat tags kept equal to the segment: progress, the last error, and bringing them up to date. */
export function KeptTags({ segmentId }: { segmentId: string }) {
  const { t } = useWords();
  const brand = useBrand();
  const telling = useTelling();
  const queryClient = useQueryClient();
  const [adding, setAdding] = useState(false);
  const query = keptTagsQuery(brand.id, segmentId);
  const kept = useQuery(query);
  const may = brand.can('people:write');
  const attempt = async (call: () => Promise<unknown>) => {
    await telling(async () => {
      await call();
      setAdding(false);
    });
    await queryClient.invalidateQueries({ queryKey: query.queryKey });
  };
  const path = { brandId: brand.id, segmentId };
  const write = (body: { assetId: string; tagId?: string; name?: string }) =>
    attempt(() => ask(api.POST('/api/brands/{brandId}/segments/{segmentId}/tags', { params: { path }, body })));
  return (
    <section className={css.panel}>
      <h3>{t('audience.keptTags')}{may && <Button type="link" size="small" onClick={() => setAdding(true)}>{t('action.add')}</Button>}</h3>
      <Loaded query={kept} bones={<LineBones count={2} />}>
        {({ items }) => (items.length === 0
          ? <p className="quiet">{t('audience.noKeptTags')}</p>
          : items.map((one) => (
            <Kept
              key={one.tagId}
              tag={one}
              onWrite={() => void write({ assetId: one.assetId, tagId: one.tagId })}
              onForget={() => void attempt(() => ask(api.DELETE('/api/brands/{brandId}/segments/{segmentId}/tags/{tagId}', { params: { path: { ...path, tagId: one.tagId } } })))}
            />
          )))}
      </Loaded>
      <ChooseTag open={adding} onClose={() => setAdding(false)} onChoose={write} />
    </section>
  );
}

function Kept({ tag, onWrite, onForget }: { tag: KeptTag; onWrite: () => void; onForget: () => void }) {
  const { t, language } = useWords();
  const may = useBrand().can('people:write');
  const live = tag.state === 'queued' || tag.state === 'running';
  return (
    <div className={css.kept}>
      <div>
        {tag.name}
        <div className="caption num">
          {tag.state && t(`activity.${tag.state}`)}
          {live && tag.total !== null && ` · ${t('activity.counts', { done: count(tag.done), total: count(tag.total) })}`}
          {!live && <> · {t('audience.tagChanged', { added: count(tag.added), removed: count(tag.removed) })}</>}
          {!live && tag.finishedAt && <> · <Ago at={tag.finishedAt} /></>}
        </div>
        {tag.full > 0 && <div className="caption">{t('audience.tagFull', { count: tag.full, shown: count(tag.full) })}</div>}
        {tag.refused > 0 && <div className="caption">{t('audience.tagRefused', { count: tag.refused, shown: count(tag.refused) })}</div>}
        {tag.resumesAt && <div className="caption">{t('accounts.resumes')} <When at={tag.resumesAt} /></div>}
      </div>
      {may && (
        <span className={css.tools}>
          <Button size="small" disabled={live} onClick={onWrite}>{t('audience.writeAgain')}</Button>
          <Button type="text" size="small" aria-label={t('audience.forgetTag', { name: tag.name })} onClick={onForget}>×</Button>
        </span>
      )}
      {live && tag.total ? <div className={css.bar}><span style={{ width: `${Math.min(100, (100 * tag.done) / tag.total)}%` }} /></div> : null}
      {tag.lastError && <div className={css.error}>{tag.lastError[language]}</div>}
    </div>
  );
}

const NEW = 'new';
/** Smaller ids are WeChat's own (45058). */
const FIRST_OWN_TAG = 100;

function ChooseTag({ open, onClose, onChoose }: { open: boolean; onClose: () => void; onChoose: (body: { assetId: string; tagId?: string; name?: string }) => Promise<void> }) {
  const { t } = useWords();
  const brand = useBrand();
  const accounts = useAccounts()?.filter(({ state }) => state === 'connected') ?? [];
  const tags = useQuery({ ...tagsQuery(brand.id), enabled: open });
  const [assetId, setAssetId] = useState<string>();
  const [tagId, setTagId] = useState<string>();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const account = assetId ?? accounts[0]?.id;
  const own = (tags.data?.items ?? []).filter((tag) => tag.assetId === account && tag.wechatId !== null && tag.wechatId >= FIRST_OWN_TAG && tag.conflict !== 'missing_at_wechat');
  const name = typed.trim();
  const isNew = name !== '' && !own.some((tag) => tag.name === name);
  const submit = async () => {
    setBusy(true);
    await onChoose({ assetId: account!, ...(tagId === NEW ? { name } : { tagId: tagId! }) });
    setBusy(false);
  };
  return (
    <Modal open={open} title={t('audience.writeTag')} okText={t('audience.write')} okButtonProps={{ disabled: !account || !tagId }} confirmLoading={busy} onOk={() => void submit()} onCancel={onClose} destroyOnHidden>
      <p className="quiet" style={{ marginBottom: 16 }}>{t('audience.writeTagNote')}</p>
      <div className={css.form}>
        {accounts.length > 1 && (
          <label>
            <span>{t('pushes.account')}</span>
            <Select value={account} options={accounts.map((one) => ({ value: one.id, label: one.name }))} onChange={(id: string) => { setAssetId(id); setTagId(undefined); }} />
          </label>
        )}
        <label>
          <span>{t('audience.tagOrNew')}</span>
          <Select
            aria-label={t('audience.tagOrNew')}
            value={tagId === NEW ? name : tagId}
            showSearch={{ optionFilterProp: 'label', onSearch: (text) => text !== '' && setTyped(text) }}
            options={[...own.map((tag) => ({ value: tag.id, label: tag.name })), ...(isNew ? [{ value: NEW, label: t('audience.newTag', { name }) }] : [])]}
            onChange={(id: string) => setTagId(id)}
          />
        </label>
      </div>
    </Modal>
  );
}
