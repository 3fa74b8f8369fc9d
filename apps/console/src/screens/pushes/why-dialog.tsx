import { Button, Modal } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { messageOf } from '../../api/problem.ts';
import { When } from '../../components/number.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { PersonField } from '../../shell/person-field.tsx';
import { reasons } from './checks.tsx';
import css from './pushes.module.css';
import type { PushDetail } from './queries.ts';
import { useAudienceWords, useVariantWords } from './state.tsx';

/** Why one person is in a frozen push or not, with the facts and times that decided it. */
export function WhyInPush({ push }: { push: PushDetail }) {
  const { t } = useWords();
  const brand = useBrand();
  const variantOf = useVariantWords(push);
  const audienceOf = useAudienceWords();
  const [open, setOpen] = useState(false);
  const asked = useMutation({
    mutationFn: ({ id: contactId }: { id: number; name: string }) => ask(api.GET('/api/brands/{brandId}/pushes/{pushId}/why/{contactId}', { params: { path: { brandId: brand.id, pushId: push.id, contactId } } })),
  });
  if (!brand.can('people:read')) return null;
  const answer = (): string => {
    const placed = asked.data?.placed ?? null;
    if (placed === null) return t('pushes.whyNot', { audience: audienceOf(push) });
    if ('heldOut' in placed) return t(placed.heldOut ? 'pushes.whyHeldOut' : placed.missed ? 'pushes.whyUnsent' : 'pushes.whyIn', { variant: variantOf(placed.variant) });
    const reason = reasons.find((one) => one === placed.reason);
    return t('pushes.whyOut', { reason: reason ? t(`pushes.${reason}`) : placed.reason });
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{t('pushes.why')}</Button>
      <Modal open={open} title={t('pushes.why')} footer={null} onCancel={() => setOpen(false)} destroyOnHidden afterClose={asked.reset}>
        <PersonField label={t('palette.person')} onChoose={asked.mutate} />
        {asked.isError && <p className={css.error} role="alert">{messageOf(asked.error)}</p>}
        {asked.data && (
          <div className={css.why} role="status">
            <p><b>{asked.variables.name}</b> · {answer()}</p>
            <ul>
              {asked.data.facts.map(({ what, at, name }) => <li key={`${what} ${at} ${name}`}><When at={at} /><span>{t(`pushes.fact_${what}`, { name: name ?? '' })}</span></li>)}
            </ul>
          </div>
        )}
      </Modal>
    </>
  );
}
