import { Drawer } from 'antd';
import { Link, Outlet, useMatches, useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useSession } from '../api/session.ts';
import { useWords } from '../i18n/index.ts';
import { writePreference } from '../lib/preferences.ts';
import { useNarrow } from '../lib/use-narrow.ts';
import { ActivityButton } from './activity.tsx';
import { BrandContext, useBrand, type BrandInView } from './brand-context.ts';
import { BrandSwitcher } from './brand-switcher.tsx';
import { useCommands } from './commands.ts';
import { useLive } from './live.ts';
import { Nav, usePages } from './nav.tsx';
import { NoAccess, NotFound } from './not-found.tsx';
import { opensInner, pages } from './pages.ts';
import { UserMenu } from './user-menu.tsx';
import css from './shell.module.css';

const Palette = lazy(() => import('./palette.tsx').then((module) => ({ default: module.Palette })));

/** Everything under /b/:brandId: the brand for whoever asks, the navigation around the page. */
export default function BrandFrame() {
  const { brandId } = useParams({ from: '/b/$brandId' });
  const { brands } = useSession();
  const found = brands.find(({ id }) => String(id) === brandId);
  const brand = useMemo<BrandInView | null>(() => {
    if (!found) return null;
    const held = new Set(found.permissions);
    return { ...found, can: (permission) => held.has(permission), aggregatesOnly: found.roles.includes('head_office') && !held.has('people:read') };
  }, [found]);
  useEffect(() => {
    if (found) writePreference('brand', String(found.id));
  }, [found]);
  if (!brand) return <NotFound />;
  return (
    <BrandContext value={brand}>
      <Frame key={brand.id} />
    </BrandContext>
  );
}

function Frame() {
  const { t } = useWords();
  const narrow = useNarrow();
  const brand = useBrand();
  const navigate = useNavigate();
  const [finding, setFinding] = useState(false);
  const commands = useCommands();
  const route = useMatches({ select: (matches) => matches.at(-1)?.fullPath ?? '' }).replace(/\/$/, '');
  const place = route.split('/')[3] ?? '';
  const page = pages.find(({ to }) => (to.split('/')[3] ?? '') === place);
  const denied = page !== undefined && !(brand.can(page.permission) && opensInner(brand.can, route));
  const connected = useLive();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setFinding((open) => !open);
      }
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  const find = () => setFinding(true);
  return (
    <div className={css.shell}>
      <a href="#main" className={css.skip}>{t('action.skip')}</a>
      {narrow ? <PhoneTop onFind={find} /> : <Side onFind={find} connected={connected} />}
      <main className={css.main} id="main" tabIndex={-1}>
        {denied ? <NoAccess /> : <Outlet />}
      </main>
      {narrow && <PhoneBottom />}
      <Suspense>
        {finding && (
          <Palette
            open
            onClose={() => setFinding(false)}
            commands={commands}
            onPerson={brand.can('people:read')
              ? (contactId) => void navigate({ to: '/b/$brandId/contacts/$contactId', params: { brandId: String(brand.id), contactId: String(contactId) } })
              : null}
          />
        )}
      </Suspense>
    </div>
  );
}

const shortcut = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘K' : 'Ctrl K';

function Side({ onFind, connected }: { onFind: () => void; connected: boolean }) {
  const { t } = useWords();
  return (
    <div className={css.side}>
      <BrandSwitcher />
      <button type="button" className={css.search} onClick={onFind}>
        {t('palette.open')}<kbd>{shortcut}</kbd>
      </button>
      <Nav />
      <div className={css.foot}>
        {!connected && <div className={css.offline} role="status">{t('state.offline')}</div>}
        <ActivityButton className={css.footButton!} />
        <UserMenu />
      </div>
    </div>
  );
}

function PhoneTop({ onFind }: { onFind: () => void }) {
  const { t } = useWords();
  return (
    <header className={css.top}>
      <BrandSwitcher />
      <button type="button" className={css.topButton} onClick={onFind}>{t('palette.open')}</button>
      <ActivityButton className={css.topButton!} />
    </header>
  );
}

/** Four words and the rest behind «More». */
function PhoneBottom() {
  const { t } = useWords();
  const brand = useBrand();
  const allowed = usePages();
  const [open, setOpen] = useState(false);
  return (
    <>
      <nav className={css.bottom} aria-label={t('nav.label')}>
        {allowed.slice(0, 4).map((page) => (
          <Link key={page.key} to={page.to} params={{ brandId: String(brand.id) }} activeOptions={{ exact: page.key === 'home', includeSearch: false }}>
            {t(`nav.${page.key}`)}
          </Link>
        ))}
        <button type="button" onClick={() => setOpen(true)} aria-expanded={open}>{t('nav.more')}</button>
      </nav>
      <Drawer open={open} onClose={() => setOpen(false)} placement="bottom" size="72vh" title={brand.name}>
        <div className={css.drawerNav}>
          <Nav onGo={() => setOpen(false)} />
          <div className={css.group}><UserMenu className={css.item} /></div>
        </div>
      </Drawer>
    </>
  );
}
