import { Copyable } from '../../components/copyable.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './accounts.module.css';

interface CallbackSettingsProps {
  url: string;
  token: string;
  aesKey: string;
  mode: 'plain' | 'compat' | 'safe';
}

/** What goes into WeChat's own console, letter by letter, in the order of its form. */
export function CallbackSettings({ url, token, aesKey, mode }: CallbackSettingsProps) {
  const { t } = useWords();
  const brand = useBrand();
  const lines: [string, React.ReactNode][] = [
    [t('accounts.callbackUrl'), <Copyable key="url" text={url} />],
    [t('accounts.token'), <Copyable key="token" text={token} />],
    ['EncodingAESKey', <Copyable key="key" text={aesKey} />],
    [t('accounts.mode'), t(`accounts.mode_${mode}`)],
  ];
  return (
    <>
      {!brand.demo && isOutOfReach(url) && <p className={css.unreachable}>{t('accounts.outOfReach')}</p>}
      <dl className={css.callback}>
        {lines.map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}
      </dl>
    </>
  );
}

/** WeChat calls back on port 80 or 443 of a public name (official-account 2.1). */
function isOutOfReach(url: string): boolean {
  const { hostname, port } = new URL(url);
  return port !== '' || !hostname.includes('.') || /^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\./.test(hostname);
}
