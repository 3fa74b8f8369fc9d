import { PlusOutlined, CloseOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Input, Modal, Select, Tooltip } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAccounts } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import { Page } from '../../components/page.tsx';
import { Loaded, RowBones } from '../../components/states.tsx';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { clock, count, isoDay, month as monthName } from '../../lib/format.ts';
import { productNow } from '../../lib/use-now.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './content.module.css';
import { contentKey, type CalendarDay } from './queries.ts';
import { Standing } from './standing.tsx';
import { ContentTabs } from './tabs.tsx';

/** `2026-05` and how many months on. */
function shiftMonth(month: string, by: number): string {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + by);
  return at.toISOString().slice(0, 7);
}

/** Whole weeks, Monday first. */
function weeksOf(month: string): { from: string; to: string } {
  const first = new Date(`${month}-01T00:00:00Z`);
  const from = new Date(first.getTime() - ((first.getUTCDay() + 6) % 7) * 86_400_000);
  const last = new Date(Date.parse(`${shiftMonth(month, 1)}-01T00:00:00Z`) - 86_400_000);
  const to = new Date(last.getTime() + ((7 - last.getUTCDay()) % 7) * 86_400_000);
  return { from: from.toISOString().slice(0, 10), to: to.toISOString().slice(0, 10) };
}

export default function Calendar() {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const search = useSearch({ from: '/b/$brandId/content/calendar' });
  const accounts = useAccounts()?.filter(({ state }) => state === 'connected') ?? [];
  const assetId = search.account ?? accounts[0]?.id;
  const today = isoDay(productNow());
  const month = search.month !== undefined && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(search.month) ? search.month : today.slice(0, 7);
  const { from, to } = weeksOf(month);
  const [noting, setNoting] = useState<string | null>(null);
  const days = useQuery({
    queryKey: [...contentKey(brand.id), 'calendar', from, to, assetId],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/content/calendar', { params: { path: { brandId: brand.id }, query: { from, to, ...(assetId === undefined ? {} : { assetId }) } } })),
  });
  const go = (next: Partial<typeof search>) => void navigate({ to: '.', search: { ...search, ...next }, replace: true });
  const weekdays = Array.from({ length: 7 }, (_, index) => new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + index))));
  return (
    <Page title={t('nav.articles')} tabs={<ContentTabs />}>
      <div className={css.bar}>
        <Button icon={<LeftOutlined />} aria-label={t('content.previous')} onClick={() => go({ month: shiftMonth(month, -1) })} />
        <Button icon={<RightOutlined />} aria-label={t('content.next')} onClick={() => go({ month: shiftMonth(month, 1) })} />
        <h2>{monthName(`${month}-15T00:00:00Z`, language)}</h2>
        {month !== today.slice(0, 7) && <Button type="link" onClick={() => go({ month: undefined })}>{t('content.today')}</Button>}
        {accounts.length > 1 && <Select aria-label={t('pushes.account')} value={assetId} options={accounts.map(({ id, name }) => ({ value: id, label: name }))} onChange={(value) => go({ account: value })} />}
      </div>
      {assetId !== undefined && brand.can('pushes:write') && <Quota assetId={assetId} />}
      <Loaded query={days} bones={<RowBones count={5} />}>
        {({ days: list }) => (
          <div className={css.month}>
            {weekdays.map((name) => <div key={name} className={css.weekday}>{name}</div>)}
            {list.map((day) => <Day key={day.day} day={day} outside={!day.day.startsWith(month)} today={day.day === today} onNote={() => setNoting(day.day)} />)}
          </div>
        )}
      </Loaded>
      {noting !== null && <NoteDialog day={noting} onClose={() => setNoting(null)} />}
    </Page>
  );
}

const daysAhead = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

function Day({ day, outside, today, onNote }: { day: CalendarDay; outside: boolean; today: boolean; onNote: () => void }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const telling = useTelling();
  const queryClient = useQueryClient();
  const params = { brandId: String(brand.id) };
  const writes = brand.can('pushes:write');
  const ahead = day.crowdedBy.filter(({ day: festival, crowding }) => festival !== day.day && crowding === 'high');
  // The mark says it every day, the words where they are news: on the first day, each Monday, and where something is planned.
  const planned = day.articles.length + day.pushes.length > 0;
  const told = ahead.filter((festival) => planned || new Date(day.day).getUTCDay() === 1 || daysAhead(day.day, festival.day) === festival.lead);
  const empty = day.articles.length + day.pushes.length + day.notes.length + day.festivals.length === 0 && !today;
  const forget = (noteId: string) => telling(async () => {
    await ask(api.DELETE('/api/brands/{brandId}/content/calendar/notes/{noteId}', { params: { path: { brandId: brand.id, noteId } } }));
    await queryClient.invalidateQueries({ queryKey: [...contentKey(brand.id), 'calendar'] });
  });
  return (
    <div className={css.day} data-outside={outside || undefined} data-today={today || undefined} data-empty={empty || undefined} data-crowded={ahead.length > 0 || undefined}>
      <div className={css.dayHead}>
        <time dateTime={day.day}>{Number(day.day.slice(8))}</time>
        {day.festivals.map((festival) => <span key={festival.key} className={css.festival}>{festival[language]}</span>)}
        {writes && !outside && <Button type="text" size="small" icon={<PlusOutlined />} aria-label={`${t('content.addNote')} ${day.day}`} onClick={onNote} />}
      </div>
      {day.pushes.map((push) => (
        <Link key={push.id} className={css.entry} data-kind="push" to="/b/$brandId/pushes/$pushId" params={{ ...params, pushId: push.id }} title={push.title}>{t('content.pushSign')} {clock(push.at)} {push.title}</Link>
      ))}
      {day.articles.map((one) => (
        <Link key={one.id} className={css.entry} to="/b/$brandId/content/articles/$articleId" params={{ ...params, articleId: one.id }} title={one.title}>{one.title} <Standing value={one.approval} /></Link>
      ))}
      {day.notes.map((note) => (
        <span key={note.id} className={css.entry} data-kind="note" title={note.text}>
          <span className={css.cut}>{note.text}</span>
          {writes && <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('content.removeNote', { text: note.text })} onClick={() => void forget(note.id)} />}
        </span>
      ))}
      {told.length > 0 && <Tooltip title={t('content.crowdedHelp')}><span className={css.crowded}>{t('content.crowded', { names: told.map((festival) => festival[language]).join(language === 'zh' ? '、' : ', ') })}</span></Tooltip>}
    </div>
  );
}

function Quota({ assetId }: { assetId: string }) {
  const { t } = useWords();
  const brand = useBrand();
  const quota = useQuery({
    queryKey: [...contentKey(brand.id), 'quota', assetId],
    queryFn: () => ask(api.GET('/api/brands/{brandId}/content/calendar/quota', { params: { path: { brandId: brand.id }, query: { assetId } } })),
  });
  if (!quota.data) return null;
  if (quota.data.perFollower === null) return <p className="caption">{t('content.quotaNone')}</p>;
  return (
    <Tooltip title={t('content.quotaNote')}>
      <div className={css.quota}>
        <strong>{t('content.quota')}</strong>
        {quota.data.followers.map((followers, left) => ({ followers, left })).reverse().filter(({ followers }) => followers > 0).map(({ followers, left }) => <span key={left} className="num">{t('content.quotaOf', { count: followers, shown: count(followers), left })}</span>)}
      </div>
    </Tooltip>
  );
}

function NoteDialog({ day, onClose }: { day: string; onClose: () => void }) {
  const { t } = useWords();
  const brand = useBrand();
  const telling = useTelling();
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const add = () => telling(async () => {
    await ask(api.POST('/api/brands/{brandId}/content/calendar/notes', { params: { path: { brandId: brand.id } }, body: { day, text } }));
    await queryClient.invalidateQueries({ queryKey: [...contentKey(brand.id), 'calendar'] });
    onClose();
  });
  return (
    <Modal open title={`${t('content.addNote')} · ${day}`} okText={t('action.add')} okButtonProps={{ disabled: text.trim() === '' }} onOk={() => void add()} onCancel={onClose}>
      <Input autoFocus maxLength={200} aria-label={t('content.noteText')} value={text} onChange={(event) => setText(event.target.value)} onPressEnter={() => text.trim() !== '' && void add()} />
    </Modal>
  );
}
