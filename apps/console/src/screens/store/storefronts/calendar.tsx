import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { dateTime, dayOfYear } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useBrand } from '../../../shell/brand-context.ts';
import type { Storefront } from '../queries.ts';
import css from '../store.module.css';
import { placeOf, stripFrom, type Strip } from './weeks.ts';

/** Eight weeks, a line a storefront: when it sells. */
export function StorefrontCalendar({ storefronts }: { storefronts: readonly Storefront[] }) {
  const { t, language } = useWords();
  const now = useNow();
  const [shift, setShift] = useState(0);
  const strip = stripFrom(now, shift);
  const shown = storefronts.filter(({ state }) => state !== 'archived');
  if (shown.length === 0) return null;
  const today = placeOf(strip, now, now + 1);
  return (
    <section className={css.calendar} aria-label={t('store.calendar')}>
      <div className={css.calendarHead}>
        <h2>{t('store.calendar')}</h2>
        <Button size="small" icon={<LeftOutlined />} aria-label={t('store.earlier')} onClick={() => setShift(shift - 4)} />
        <Button size="small" icon={<RightOutlined />} aria-label={t('store.later')} onClick={() => setShift(shift + 4)} />
        {shift !== 0 && <Button size="small" type="link" onClick={() => setShift(0)}>{t('store.today')}</Button>}
      </div>
      <div className={css.strip}>
        <div className={css.weeks} aria-hidden>{strip.weeks.map((at) => <span key={at}>{dayOfYear(at, language)}</span>)}</div>
        {shown.map((storefront) => <Row key={storefront.id} storefront={storefront} strip={strip} />)}
        {today && <i className={css.today} style={{ left: `calc(var(--names) + (100% - var(--names)) * ${today.left / 100})` }} title={t('store.today')} />}
      </div>
    </section>
  );
}

function Row({ storefront, strip }: { storefront: Storefront; strip: Strip }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const spans = storefront.type === 'permanent'
    ? [{ id: 'always', opensAt: storefront.createdAt, closesAt: null, words: t('store.always') }]
    : storefront.windows.map((window) => ({
      ...window, words: t('store.windowSpan', { from: dateTime(window.opensAt, language), to: window.closesAt === null ? t('store.soldOutWord') : dateTime(window.closesAt, language) }),
    }));
  return (
    <div className={css.stripRow}>
      <Link to="/b/$brandId/storefronts/$storefrontId" params={{ brandId: String(brand.id), storefrontId: storefront.id }}>{storefront.name}</Link>
      <ul>
        {spans.map(({ id, opensAt, closesAt, words }) => {
          const place = placeOf(strip, Date.parse(opensAt), closesAt === null ? null : Date.parse(closesAt));
          return place && (
            <li key={id} data-live={storefront.state === 'published' || undefined} data-open={closesAt === null || undefined} style={{ left: `${place.left}%`, width: `${place.width}%` }} title={words}>
              <span className="sr-only">{words}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
