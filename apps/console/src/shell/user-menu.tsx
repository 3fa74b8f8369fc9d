import { Dropdown, type MenuProps } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useSession, useSignOut } from '../api/session.ts';
import { useWords } from '../i18n/index.ts';
import { useSchemeChoice } from '../theme/system.ts';
import { useLanguageSwitch } from './use-language-switch.ts';
import css from './shell.module.css';

export function UserMenu({ className = css.footButton, short = false }: { className?: string; short?: boolean }) {
  const { t, language } = useWords();
  const { user } = useSession();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const switchTo = useLanguageSwitch();
  const [scheme, setScheme] = useSchemeChoice();
  const items: MenuProps['items'] = [
    { key: 'account', label: t('user.profile'), onClick: () => void navigate({ to: '/account' }) },
    { type: 'divider' },
    { key: 'language', type: 'group', label: t('user.language'), children: [
      { key: 'zh', label: '中文', onClick: () => void switchTo('zh') },
      { key: 'en', label: 'English', onClick: () => void switchTo('en') },
    ] },
    { key: 'appearance', type: 'group', label: t('user.appearance'), children: (['system', 'light', 'dark'] as const).map((choice) => ({
      key: choice, label: t(`user.${choice}`), onClick: () => setScheme(choice),
    })) },
    { type: 'divider' },
    { key: 'out', label: t('user.signOut'), onClick: () => void signOut() },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items, selectedKeys: [language, scheme] }} placement="topLeft">
      <button type="button" className={className} aria-label={t('user.menu')}>
        <span>{short ? (user?.name ?? '').slice(0, 1) : user?.name}</span>
      </button>
    </Dropdown>
  );
}
