import { Copyable } from '../../components/copyable.tsx';
import { useWords } from '../../i18n/index.ts';
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
  const lines: [string, React.ReactNode][] = [
    [t('accounts.callbackUrl'), <Copyable key="url" text={url} />],
    [t('accounts.token'), <Copyable key="token" text={token} />],
    ['EncodingAESKey', <Copyable key="key" text={aesKey} />],
    [t('accounts.mode'), t(`accounts.mode_${mode}`)],
  ];
  return (
    <dl className={css.callback}>
      {lines.map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}
