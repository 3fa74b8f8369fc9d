import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { PeopleCount } from '../../components/number.tsx';
import { Empty } from '../../components/states.tsx';
import { useWords } from '../../i18n/index.ts';
import { money, share } from '../../lib/format.ts';
import type { Period } from '../../lib/period.ts';
import { useBrand } from '../../shell/brand-context.ts';
import { leagueQuery, useKinds, type LeagueRow } from './queries.ts';

/** Channels by new followers, best first (L-16). */
export function League({ period }: { period: Period }) {
  const { t, language } = useWords();
  const brand = useBrand();
  const navigate = useNavigate();
  const kinds = useKinds()?.kinds;
  const [kind, setKind] = useState<LeagueRow['kind']>();
  const league = useQuery(leagueQuery(brand.id, period, kind));
  const kindOf = (row: LeagueRow) => kinds?.[row.kind]?.[language] ?? row.kind;
  const fen = (value: number | null) => (value === null ? t('state.none') : money(Math.round(value)));
  const ranks = new Map(league.data?.items.map((row, index) => [row.channelId, index + 1]));
  const columns: Column<LeagueRow>[] = [
    { id: 'rank', title: '#', width: 32, align: 'right', cell: (row) => ranks.get(row.channelId), text: (row) => ranks.get(row.channelId) },
    { id: 'name', title: t('recruitment.channel'), width: 180, grow: 2, phone: 'title', cell: (row) => row.name, text: (row) => row.name },
    { id: 'kind', title: t('recruitment.kind'), width: 120, grow: 1, phone: 'detail', cell: kindOf, text: kindOf },
    { id: 'follows', title: t('recruitment.follows'), width: 100, align: 'right', phone: 'aside', cell: (row) => <PeopleCount value={row.follows} suppressed={row.suppressed} />, text: (row) => row.follows },
    { id: 'kept', title: t('recruitment.kept'), width: 100, align: 'right', phone: 'detail', cell: (row) => (row.follows && row.kept !== null ? share(row.kept / row.follows) : t('state.none')), text: (row) => row.kept },
    { id: 'scans', title: t('recruitment.scans'), width: 110, align: 'right', cell: (row) => <PeopleCount value={row.scans} suppressed={row.suppressed} />, text: (row) => row.scans },
    { id: 'cpf', title: t('recruitment.costPerFollow'), width: 110, align: 'right', cell: (row) => fen(row.costPerFollow), text: (row) => (row.costPerFollow === null ? null : row.costPerFollow / 100) },
    { id: 'cpk', title: t('recruitment.costPerKept'), width: 120, align: 'right', cell: (row) => fen(row.costPerKept), text: (row) => (row.costPerKept === null ? null : row.costPerKept / 100) },
  ];
  return (
    <DataTable
      id={`league-${brand.id}`}
      label={t('recruitment.league')}
      columns={league.data?.costs === false ? columns.filter(({ id }) => id !== 'cpf' && id !== 'cpk') : columns}
      rows={league.data?.items}
      rowId={(row) => row.channelId}
      error={league.error}
      retry={() => void league.refetch()}
      empty={<Empty title={t('recruitment.noChannels')}>{t('recruitment.noChannelsMore')}</Empty>}
      onOpen={brand.can('people:read')
        ? (row) => void navigate({ to: '/b/$brandId/contacts', params: { brandId: String(brand.id) }, search: { channel: row.channelId } })
        : undefined}
      filters={(
        <Select
          allowClear
          style={{ minWidth: 160 }}
          placeholder={t('recruitment.allKinds')}
          aria-label={t('recruitment.kind')}
          value={kind}
          onChange={setKind}
          options={Object.entries(kinds ?? {}).map(([value, text]) => ({ value: value as LeagueRow['kind'], label: text[language] }))}
        />
      )}
    />
  );
}
