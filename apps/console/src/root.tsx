import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import english from 'antd/es/locale/en_US';
import { useEffect, useMemo, useState } from 'react';
import { onSignedOut } from './api/client.ts';
import { ApiError } from './api/problem.ts';
import { useWords } from './i18n/index.ts';
import { createConsoleRouter } from './router.tsx';
import { antdThemeOf } from './theme/antd.ts';
import { applyScheme } from './theme/tokens.ts';
import { useReducedMotion, useScheme } from './theme/system.ts';

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A "no" of the server stays a "no"; only what broke on the way is worth another try.
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
    },
  },
});

const router = createConsoleRouter(queryClient);

// Whoever was signed out elsewhere comes back to where they were after signing in.
onSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  // Forgotten only afterwards: the screens that still stand would fall over a session that is gone.
  void router.navigate({ to: '/sign-in', search: { back: href } }).then(() => queryClient.clear());
});

const localeOf = {
  zh: () => import('antd/es/locale/zh_CN'),
  en: () => import('antd/es/locale/en_GB'),
};

/** antd's own words (pickers, dialogs) follow the language. Never none: antd mounts everything anew when the first comes, and what was typed is lost. */
function useAntdLocale(): Locale {
  const { language } = useWords();
  const [locale, setLocale] = useState<Locale>(english);
  useEffect(() => {
    let current = true;
    void localeOf[language]().then((module) => current && setLocale(module.default));
    return () => {
      current = false;
    };
  }, [language]);
  return locale;
}

export function Root() {
  const scheme = useScheme();
  const still = useReducedMotion();
  const locale = useAntdLocale();
  const { language } = useWords();
  useEffect(() => applyScheme(scheme, language), [scheme, language]);
  const theme = useMemo(() => antdThemeOf(scheme, language, !still), [scheme, language, still]);
  return (
    <ConfigProvider theme={theme} locale={locale} wave={{ disabled: true }} button={{ autoInsertSpace: false }} form={{ requiredMark: false }}>
      <App message={{ maxCount: 2 }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
