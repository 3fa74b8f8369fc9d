import { Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { api, ask } from '../../api/client.ts';
import { messageOf } from '../../api/problem.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { When } from '../../components/number.tsx';
import { Section } from '../../components/page.tsx';
import { useWords } from '../../i18n/index.ts';
import { count } from '../../lib/format.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './pushes.module.css';
import type { PushDetail } from './queries.ts';
import { useVariantWords } from './state.tsx';

type Call = PushDetail['calls'][number];

const callStates = ['planned', 'submitting', 'accepted', 'refused'] as const;
const statuses = ['SEND_SUCCESS', 'SENDING', 'SEND_FAIL', 'DELETE'] as const;
/** An administrator of the account refused, or did not answer in half an hour (mass-send protection). */
const refusals = { 'err(40001)': 'call_adminRefused', 'err(40002)': 'call_adminSilent' } as const;

/** Each mass-send call and what WeChat said of it; of calls it has not reported on, it can be asked. */
export function Calls({ push }: { push: PushDetail }) {
  const { t } = useWords();
  const brand = useBrand();
  const variantOf = useVariantWords(push);
  const asked = useMutation({ mutationFn: () => ask(api.POST('/api/brands/{brandId}/pushes/{pushId}/calls/ask', { params: { path: { brandId: brand.id, pushId: push.id } } })) });
  /** WeChat's own answer once there is one; a refusal keeps its code, which WeChat's pages explain. */
  const wordOf = ({ number, status, state }: Call) => {
    if (status !== null) {
      if (status === 'send success') return t('pushes.call_sent');
      return Object.hasOwn(refusals, status) ? t(`pushes.${refusals[status as keyof typeof refusals]}`) : t('pushes.call_notSent', { status });
    }
    const told = statuses.find((one) => one === asked.data?.items.find((item) => item.number === number)?.status);
    if (told) return t(`pushes.told_${told}`);
    const known = callStates.find((one) => one === state);
    return known ? t(`pushes.call_${known}`) : state;
  };
  const columns: Column<Call>[] = [
    { id: 'number', title: t('pushes.callNumber'), width: 56, align: 'right', phone: 'title', cell: (row) => row.number, text: (row) => row.number },
    ...(push.variants.length > 1 ? [{ id: 'variant', title: t('pushes.variant'), width: 160, grow: 1, cell: (row: Call) => variantOf(row.variant), text: (row: Call) => variantOf(row.variant) }] : []),
    { id: 'route', title: 'API', width: 120, phone: 'detail', cell: (row) => <code>mass/{row.route}</code>, text: (row) => row.route },
    { id: 'state', title: t('pushes.callState'), width: 160, grow: 1, phone: 'detail', cell: wordOf, text: wordOf },
    { id: 'planned', title: t('pushes.planned'), width: 110, align: 'right', cell: (row) => count(row.planned), text: (row) => row.planned },
    { id: 'sent', title: t('pushes.delivered'), width: 110, align: 'right', phone: 'aside', cell: (row) => (row.sentCount === null ? t('state.none') : count(row.sentCount)), text: (row) => row.sentCount },
    { id: 'at', title: t('pushes.sentAt'), width: 180, cell: (row) => (row.submittedAt ? <When at={row.submittedAt} /> : t('state.none')), text: (row) => row.submittedAt },
  ];
  const unreported = push.calls.some(({ state, status }) => state === 'accepted' && status === null);
  return (
    <Section
      title={t('pushes.calls')}
      note={t('pushes.callsNote')}
      aside={unreported && <Button size="small" loading={asked.isPending} onClick={() => asked.mutate()}>{t('pushes.askWechat')}</Button>}
    >
      {asked.isError && <p className={css.error}>{messageOf(asked.error)}</p>}
      {asked.data?.items.some(({ status }) => status === 'SENDING') && <p className="caption">{t('pushes.maybeAdmin')}</p>}
      <DataTable bare id="push-calls" label={t('pushes.calls')} columns={columns} rows={push.calls} rowId={(row) => String(row.number)} empty={null} />
    </Section>
  );
}
