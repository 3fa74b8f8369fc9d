import { useTranslation } from 'react-i18next';

/** People and orders have numbers that are used elsewhere too; of everything else the id says nothing. */
const isMadeUp = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** What the thing was called, where the line says so; an automatic reply is known by its keywords. */
export function nameIn(values: unknown): string | undefined {
  const { name, title, words } = (values ?? {}) as { name?: unknown; title?: unknown; words?: unknown };
  return [name, title, Array.isArray(words) ? words.join(' · ') : ''].find((one): one is string => typeof one === 'string' && one !== '');
}

/** Words for the codes of the audit log; a code without words stands for itself. */
export function useAuditWords() {
  const { t, i18n } = useTranslation();
  const wordOf = (key: string, code: string): string => (i18n.exists(key) ? t(key as never) : code);
  const actions = t('settings.actions', { returnObjects: true }) as Record<string, Record<string, string>>;
  return {
    /** `menu.published` → 发布菜单 */
    action: (code: string): string => wordOf(`settings.actions.${code}`, code),
    /** `contact:12` → 联系人 12; `segment:018f…` with its name → 人群 沉睡会员 */
    subject: (subject: string, name?: string): string => {
      const [kind = '', ...rest] = subject.split(':');
      const id = rest.join(':');
      return [wordOf(`settings.subjects.${kind}`, kind), isMadeUp(id) ? name ?? id : id].filter(Boolean).join(' ');
    },
    /** Every action there are words for, to choose from. */
    choices: Object.entries(actions).flatMap(([about, done]) => Object.entries(done).map(([what, label]) => ({ value: `${about}.${what}`, label }))),
  };
}
