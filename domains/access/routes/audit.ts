import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { nowDate } from '@qingniao/kernel';
import { stringify } from 'csv-stringify/sync';
import { Readable } from 'node:stream';
import { Type } from 'typebox';
import { audit, brandChain, entryColumns, readEntries, verifyChain, type StoredAuditEntry } from '../audit.ts';
import { nullable, Timestamp } from '../http/fields.ts';
import { decodeCursor, pageOf, pageQuery, pageReply } from '../http/paging.ts';

const Entry = Type.Object({
  seq: Type.Integer(), at: Timestamp, actorKind: Type.String(), actorId: Type.String(), actorName: Type.String(),
  action: Type.String(), subject: Type.String(), before: Type.Unknown(), after: Type.Unknown(), hash: Type.String(),
});
const tags = ['audit'];

/** Under /api/brands/:brandId. */
export const auditRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/audit', {
    config: { permission: 'audit:read' },
    schema: {
      tags, summary: 'The audit log, newest first', operationId: 'listAuditEntries',
      querystring: Type.Object({
        ...pageQuery,
        action: Type.Optional(Type.String({ maxLength: 60, description: 'An action or its first part: `member` finds `member.added`.' })),
        actorId: Type.Optional(Type.String({ maxLength: 64 })),
      }),
      response: { 200: pageReply(Entry) },
    },
  }, async (request) => {
    const { limit, cursor, action, actorId } = request.query;
    const [before] = decodeCursor(request.brand, cursor, ['number']) ?? [null];
    const rows = await request.brand.query<StoredAuditEntry & Record<string, unknown>>(
      `select ${entryColumns} from audit_entry
        where brand_id = $1 and ($2::bigint is null or seq < $2)
          and ($3::text is null or action = $3 or starts_with(action, $3 || '.')) and ($4::text is null or actor_id = $4)
        order by seq desc limit $5`,
      [request.brand.brandId, before, action ?? null, actorId ?? null, limit + 1],
    );
    return pageOf(rows, limit, request.brand, (row) => [row.seq]);
  });

  app.get('/audit/check', {
    config: { permission: 'audit:read' },
    schema: {
      tags, summary: 'Check the whole chain', operationId: 'checkAudit',
      response: { 200: Type.Object({ whole: Type.Boolean(), entries: Type.Integer(), brokenAt: nullable(Type.Integer()), lastHash: Type.String() }) },
    },
  }, (request) => request.brand.tx((tx) => verifyChain(tx, brandChain, request.brand.brandId)));

  app.get('/audit.csv', {
    config: { permission: 'audit:read' },
    schema: { tags, summary: 'The whole audit log as CSV', operationId: 'exportAudit', description: 'text/csv, oldest first, hashes included.' },
  }, async (request, reply) => {
    const { brand } = request;
    await brand.tx((tx) => audit(tx, request, { action: 'audit.exported', subject: `brand:${brand.brandId}` }));
    const day = nowDate().toISOString().slice(0, 10);
    return reply
      .header('content-disposition', `attachment; filename="audit-${brand.brandId}-${day}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(Readable.from(csvLines(brand)));
  });
};

const csvColumns = ['seq', 'at', 'actorKind', 'actorId', 'actorName', 'action', 'subject', 'before', 'after', 'previousHash', 'hash'] as const;

async function* csvLines(brand: { brandId: number; query: Parameters<typeof readEntries>[0]['query'] }): AsyncGenerator<string> {
  // The mark makes spreadsheet programs read Chinese names as UTF-8.
  yield `\uFEFF${stringify([csvColumns as unknown as string[]])}`;
  for (let after = 0; ;) {
    const rows = await readEntries(brand, brandChain, brand.brandId, after, 1000);
    if (rows.length === 0) return;
    yield stringify(rows.map((row) => csvColumns.map((column) => cell(row[column]))), { escape_formulas: true });
    after = rows.at(-1)!.seq;
  }
}

function cell(value: unknown): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
