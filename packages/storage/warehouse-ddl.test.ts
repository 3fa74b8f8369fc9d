import { describe, expect, it } from 'vitest';
import type { WarehouseTable } from './types.ts';
import { createTableSql, deleteRowsSql, dropTableSql, truncateSql, updateRowsSql } from './warehouse-ddl.ts';

const events: WarehouseTable = {
  name: 'events',
  columns: { brand_id: 'UInt32', id: 'UInt64', at: "DateTime64(3, 'UTC')" },
  engine: 'MergeTree',
  orderBy: ['brand_id', 'id'],
  partitionBy: 'toYYYYMM(at)',
};
const flat = (sql: string) => sql.replace(/\s+/g, ' ').replace(/ \)/g, ')').replace(/\( /g, '(');

// What a single server does with it is in warehouse/warehouse.test.ts; there is no cluster to run these on.
describe('DDL', () => {
  it('of a single server is one plain table that remembers insert tokens and syncs its files', () => {
    expect(createTableSql(events, null).map(flat)).toEqual([
      "CREATE TABLE IF NOT EXISTS events (brand_id UInt32, id UInt64, at DateTime64(3, 'UTC')) ENGINE = MergeTree " +
        'PARTITION BY toYYYYMM(at) ORDER BY (brand_id, id) ' +
        'SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1',
    ]);
  });

  it('of a cluster is a replicated local table and one that distributes, whole brands and people to one shard', () => {
    const [local, distributed] = createTableSql({ ...events, engine: { replacing: { version: 'id' } }, shardBy: 'cityHash64(brand_id, contact_id)' }, 'crm').map(flat);
    expect(local).toMatch(/^CREATE TABLE IF NOT EXISTS events_local ON CLUSTER crm .* ENGINE = ReplicatedReplacingMergeTree\(id\) .* SETTINGS replicated_deduplication_window = 10000/);
    expect(distributed).toBe(
      "CREATE TABLE IF NOT EXISTS events ON CLUSTER crm AS events_local ENGINE = Distributed('crm', currentDatabase(), 'events_local', cityHash64(brand_id, contact_id))",
    );
    expect(createTableSql(events, 'crm')[1]).toContain('cityHash64(brand_id, id)');
  });

  it('changes rows where they live', () => {
    expect(deleteRowsSql('events', 'id = 1', null)).toBe('ALTER TABLE events DELETE WHERE id = 1');
    expect(deleteRowsSql('events', 'id = 1', 'crm')).toBe('ALTER TABLE events_local ON CLUSTER crm DELETE WHERE id = 1');
    expect(updateRowsSql('events', 'at = 0', 'id = 1', 'crm')).toBe('ALTER TABLE events_local ON CLUSTER crm UPDATE at = 0 WHERE id = 1');
    expect(truncateSql('events', 'crm')).toBe('TRUNCATE TABLE IF EXISTS events_local ON CLUSTER crm');
    expect(dropTableSql('events', 'crm')).toEqual(['DROP TABLE IF EXISTS events ON CLUSTER crm SYNC', 'DROP TABLE IF EXISTS events_local ON CLUSTER crm SYNC']);
  });

  it.each(['events; DROP TABLE x', 'a.b', '', '1st'])('refuses the name %j', (name) => {
    expect(() => createTableSql({ ...events, name }, null)).toThrow(RangeError);
  });
});
