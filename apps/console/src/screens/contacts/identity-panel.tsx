import { App, Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useAccounts } from '../../api/accounts.ts';
import { api, ask } from '../../api/client.ts';
import { useTelling } from '../../components/use-telling.ts';
import { useWords } from '../../i18n/index.ts';
import { date } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './contact.module.css';
import type { ContactPage } from './queries.ts';

const kinds = ['openid', 'unionid', 'phone', 'member_no', 'external_id'] as const;
const reasons = ['unionid', 'phone', 'member_no', 'external_id', 'manual'] as const;

/** What platforms call this person, and which merges made them one; a merge can be taken back. */
export function IdentityPanel({ person }: { person: ContactPage }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const accounts = useAccounts();
  const { message } = App.useApp();
  const attempt = useTelling();
  const queryClient = useQueryClient();
  const unmerge = (mergeId: string) => attempt(async () => {
    const { contactIds } = await ask(api.POST('/api/brands/{brandId}/merges/{mergeId}/unmerge', { params: { path: { brandId: brand.id, mergeId } } }));
    await queryClient.invalidateQueries({ queryKey: ['brand', brand.id] });
    void message.success(contactIds.length > 1 ? t('contacts.unmerged', { ids: contactIds.join(' · ') }) : t('contacts.stillJoined'));
  });
  const kindName = (kind: string) => {
    const known = kinds.find((one) => one === kind);
    return known ? t(`contacts.identity_${known}`) : kind;
  };
  const reasonName = (reason: string) => {
    const known = reasons.find((one) => one === reason);
    return known ? t(`contacts.reason_${known}`) : reason;
  };
  const merges = person.merges.filter((merge) => merge.unmergedAt === null);
  return (
    <section className={css.panel}>
      <h3>{t('contacts.identities')}</h3>
      <ul className={css.list}>
        {person.identities.map((identity) => (
          <li key={identity.id}>
            <div>
              {kindName(identity.kind)} <code>{identity.value}</code>
              {identity.assetId && <div className="caption">{accounts?.find(({ id }) => id === identity.assetId)?.name}</div>}
            </div>
            <span className="caption num">{identity.id}</span>
          </li>
        ))}
      </ul>
      {merges.length > 0 && (
        <ul className={css.list} style={{ marginTop: 16 }} aria-label={t('contacts.merges')}>
          {merges.map((merge) => (
            <li key={merge.id}>
              <div className="caption">
                {t('contacts.mergedBy', { first: merge.identityId, second: merge.otherId, reason: reasonName(merge.reason), day: date(merge.mergedAt, language) })}
                {merge.note && <div>{merge.note}</div>}
              </div>
              {brand.can('people:write') && <Button size="small" onClick={() => void unmerge(merge.id)}>{t('contacts.unmerge')}</Button>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
