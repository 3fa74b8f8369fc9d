import { App, Button } from 'antd';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, ask } from '../../api/client.ts';
import { messageOf } from '../../api/problem.ts';
import type { paths } from '../../api/schema.d.ts';
import { Ago } from '../../components/number.tsx';
import { Section } from '../../components/page.tsx';
import { Empty, Loaded, RowBones } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { useBrand } from '../../shell/brand-context.ts';
import css from './accounts.module.css';

type Diagnosis = NonNullable<paths['/api/brands/{brandId}/accounts/{assetId}/doctor']['post']['responses']['200']['content']['application/json']>;
type Check = Diagnosis['checks'][number];

export const doctorQuery = (brandId: number, assetId: string) => ({
  queryKey: ['brand', brandId, 'doctor', assetId] as const,
  queryFn: () => ask(api.GET('/api/brands/{brandId}/accounts/{assetId}/doctor', { params: { path: { brandId, assetId } } })),
});

/** Told one by one, the worst first; what works, and what does not apply, is only named. */
const told: Check['state'][] = ['failed', 'warning', 'manual', 'blocked'];

/** Every right the product needs, tested one by one, the missing ones named. `atOnce`: a first check starts by itself. */
export function DoctorPanel({ assetId, atOnce = false }: { assetId: string; atOnce?: boolean }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const query = doctorQuery(brand.id, assetId);
  const doctor = useQuery(query);
  const run = useMutation({
    mutationFn: () => ask(api.POST('/api/brands/{brandId}/accounts/{assetId}/doctor', { params: { path: { brandId: brand.id, assetId } } })),
    onSuccess: (diagnosis) => queryClient.setQueryData(query.queryKey, diagnosis),
    onError: (error) => void message.error(messageOf(error)),
  });
  const { isIdle, mutate } = run;
  const first = atOnce && doctor.data === null && isIdle;
  useEffect(() => {
    if (first) mutate();
  }, [first, mutate]);
  const start = brand.can('accounts:write') && <Button loading={run.isPending} onClick={() => run.mutate()}>{t(doctor.data === null ? 'accounts.runDoctorFirst' : 'accounts.runDoctor')}</Button>;
  return (
    <Section
      title={t('accounts.doctor')}
      aside={<>{doctor.data && <span className="caption"><Ago at={doctor.data.at} /></span>}{start}</>}
    >
      <Loaded query={doctor} bones={<RowBones count={6} />}>
        {(diagnosis) => diagnosis === null
          ? run.isPending ? <RowBones count={6} /> : <Empty title={t('accounts.notChecked')}>{t('accounts.notCheckedMore')}</Empty>
          : (
            <>
              <p style={{ marginBottom: 12 }}>{t(diagnosis.healthy ? 'accounts.healthy' : 'accounts.unhealthy')}</p>
              <div className={css.checks}>
                {diagnosis.checks.filter(({ state }) => told.includes(state)).toSorted((a, b) => told.indexOf(a.state) - told.indexOf(b.state)).map((check) => (
                  <div className={css.check} key={check.id}>
                    <span className={css.state} data-state={check.state}>{t(`accounts.check_${check.state}`)}</span>
                    <div>
                      <b>{check.name[language]}</b>
                      <div className="quiet">{check.text[language]}{check.errcode !== null && <> <code>{check.errcode}</code></>}</div>
                    </div>
                  </div>
                ))}
                {(['ok', 'not_applicable'] as const).map((state) => {
                  const names = diagnosis.checks.filter((check) => check.state === state).map((check) => check.name[language]);
                  return names.length > 0 && (
                    <div className={css.check} key={state}>
                      <span className={css.state} data-state={state}>{t(`accounts.check_${state}`)}</span>
                      <div>{names.join(language === 'zh' ? '、' : ', ')}</div>
                    </div>
                  );
                })}
              </div>
            </>
          )}
      </Loaded>
    </Section>
  );
}
