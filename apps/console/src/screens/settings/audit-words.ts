import { useTranslation } from 'react-i18next';

/** Words for the codes of the audit log; a code without words stands for itself. */
export function useAuditWords() {
  const { t, i18n } = useTranslation();
  const wordOf = (key: string, code: string): string => (i18n.exists(key) ? t(key as never) : code);
  const actions = t('settings.actions', { returnObjects: true }) as Record<string, Record<string, string>>;
  return {
    /** `menu.published` → 发布菜单 */
    action: (code: string): string => wordOf(`settings.actions.${code}`, code),
    /** `contact:12` → 联系人 12 */
    subject: (subject: string): string => {
      const [kind = '', ...id] = subject.split(':');
      return [wordOf(`settings.subjects.${kind}`, kind), id.join(':')].filter(Boolean).join(' ');
    },
    /** Every action there are words for, to choose from. */
    choices: Object.entries(actions).flatMap(([about, done]) => Object.entries(done).map(([what, label]) => ({ value: `${about}.${what}`, label }))),
  };
}
