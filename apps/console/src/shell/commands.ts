import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useSession } from '../api/session.ts';
import { useWords } from '../i18n/index.ts';
import { useSchemeChoice } from '../theme/system.ts';
import { useBrand } from './brand-context.ts';
import { usePages } from './nav.tsx';
import type { Command } from './palette.tsx';
import { useLanguageSwitch } from './use-language-switch.ts';

/** What the palette can do besides finding people. */
export function useCommands(): Command[] {
  const { t, language } = useWords();
  const { brands } = useSession();
  const brand = useBrand();
  const allowed = usePages();
  const navigate = useNavigate();
  const switchTo = useLanguageSwitch();
  const [, setScheme] = useSchemeChoice();
  return useMemo(() => {
    const params = { brandId: String(brand.id) };
    return [
      ...allowed.map((page): Command => ({
        id: `page-${page.key}`, group: t('palette.pages'), label: t(`nav.${page.key}`), also: page.key,
        run: () => void navigate({ to: page.to, params }),
      })),
      { id: 'page-account', group: t('palette.pages'), label: t('user.profile'), also: 'account', run: () => void navigate({ to: '/account' }) },
      ...(brand.can('pushes:write')
        ? [{ id: 'new-push', group: t('palette.actions'), label: t('pushes.create'), also: 'push new', run: () => void navigate({ to: '/b/$brandId/pushes/new', params }) }]
        : []),
      { id: 'language', group: t('palette.actions'), label: language === 'zh' ? 'English' : '中文', also: 'language 语言', run: () => void switchTo(language === 'zh' ? 'en' : 'zh') },
      ...(['light', 'dark'] as const).map((choice): Command => ({
        id: choice, group: t('palette.actions'), label: `${t('user.appearance')} · ${t(`user.${choice}`)}`, also: choice, run: () => setScheme(choice),
      })),
      ...brands.filter(({ id }) => id !== brand.id).map((one): Command => ({
        id: `brand-${one.id}`, group: t('palette.brands'), label: one.name, run: () => void navigate({ to: '/b/$brandId', params: { brandId: String(one.id) } }),
      })),
    ];
  }, [t, language, brands, brand, allowed, navigate, switchTo, setScheme]);
}
