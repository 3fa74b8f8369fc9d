import { Button } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '../api/problem.ts';
import { useWords } from '../i18n/index.ts';
import css from './states.module.css';

/** Nothing here yet: what it would be, and the one thing that brings it. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={css.state}>
      <h3>{title}</h3>
      {children && <p>{children}</p>}
      {action && <div className={css.actions}>{action}</div>}
    </div>
  );
}

/** The server's sentence as it is, the request's id for whoever looks into the log, and a way to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useWords();
  const known = error instanceof ApiError ? error : null;
  return (
    <div className={css.failure} role="alert">
      <h3>{t('state.failed')}</h3>
      <p>{known ? known.message : t('state.unexpected')}</p>
      <div className={css.actions}>
        {retry && <Button size="small" onClick={retry}>{t('action.retry')}</Button>}
        {known?.requestId && <span className="caption">{t('state.request', { id: known.requestId })}</span>}
      </div>
    </div>
  );
}

const Bone = ({ width, height = 12 }: { width: number | string; height?: number }) => (
  <span className={css.bone} style={{ width, height }} />
);

/** Skeletons have the shape of what is coming, so that nothing jumps when it comes. */
export const FigureBones = ({ count = 4 }: { count?: number }) => (
  <div className={css.figures} aria-hidden>
    {Array.from({ length: count }, (_, index) => (
      <div className={css.figure} key={index}>
        <Bone width={88} /> <Bone width={120} height={28} /> <Bone width="100%" height={24} />
      </div>
    ))}
  </div>
);

export const RowBones = ({ count = 8 }: { count?: number }) => (
  <div className={css.rows} aria-hidden>
    {Array.from({ length: count }, (_, index) => (
      <div className={css.row} key={index}>
        <Bone width={`${18 + ((index * 7) % 12)}%`} /> <Bone width="14%" /> <Bone width="22%" />
      </div>
    ))}
  </div>
);

export const ChartBones = ({ height = 220 }: { height?: number }) => (
  <div className={css.chart} style={{ height }} aria-hidden>
    {[38, 52, 47, 66, 58, 72, 61, 80, 74, 88, 69, 93].map((share, index) => (
      <Bone key={index} width="100%" height={(height * share) / 110} />
    ))}
  </div>
);

export const LineBones = ({ count = 3 }: { count?: number }) => (
  <div style={{ display: 'grid', gap: 12, padding: '8px 0' }} aria-hidden>
    {Array.from({ length: count }, (_, index) => <Bone key={index} width={`${90 - index * 14}%`} />)}
  </div>
);

/** One query in its states: the skeleton, the error, or what it brought. */
export function Loaded<T>({ query, bones, children }: {
  query: UseQueryResult<T>;
  bones: ReactNode;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <div aria-busy="true">{bones}</div>;
}
