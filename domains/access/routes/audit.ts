import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { nowDate, type Language } from '@qingniao/kernel';
import type { Database, Tx } from '@qingniao/storage';
import { stringify } from 'csv-stringify/sync';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { Type } from 'typebox';
import {
  audit, auditOrganisation, brandChain, entryColumns, organisationChain, readEntries, verifyChain, type AuditEntry, type Chain, type StoredAuditEntry,
} from '../audit.ts';
import { namesOfEntries } from '../audit-names.ts';
import { nullable, Timestamp } from '../http/fields.ts';
import { decodeCursor, pageOf, pageQuery, pageReply } from '../http/paging.ts';
import type { Permission } from '../permissions.ts';
import type { AccessDeps } from './deps.ts';

const Entry = Type.Object({
  seq: Type.Integer(), at: Timestamp, actorKind: Type.String(), actorId: Type.String(), actorName: Type.String(),
  action: Type.String(), subject: Type.String(), before: Type.Unknown(), after: Type.Unknown(), hash: Type.String(),
  name: nullable(Type.String({ description: 'What the subject, or what the line points to, is called now' })),
});
const tags = ['audit'];

/** One chain with the way to its rows: a brand's, or that of an organisation. */
interface Book {
  chain: Chain;
  owner: number | string;
  db: Pick<Tx, 'query'>;
  tx: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** What its cursors are tied to. */
  scope: FastifyRequest['brand'] | null;
  write: (tx: Tx, entry: AuditEntry) => Promise<void>;
}

/** The same routes twice: under /api/brands/:brandId and under /api/organisations/:organisationId. */
const auditRoutesOf = (permission: Permission, of: { id: string; en: string }, bookOf: (request: FastifyRequest, database: Database) => Book): FastifyPluginAsyncTypebox<AccessDeps> => async (app, { database, subjectNames = {} }) => {
  app.get('/audit', {
    config: { permission },
    schema: {
      tags, summary: `The audit log of the ${of.en}, newest first`, operationId: `list${of.id}AuditEntries`,
      querystring: Type.Object({
        ...pageQuery,
        action: Type.Optional(Type.String({ maxLength: 60, description: 'An action or its first part: `member` finds `member.added`.' })),
        actorId: Type.Optional(Type.String({ maxLength: 64 })),
      }),
      response: { 200: pageReply(Entry) },
    },
  }, async (request) => {
    const { chain, owner, db, scope } = bookOf(request, database);
    const { limit, cursor, action, actorId } = request.query;
    const [before] = decodeCursor(scope, cursor, ['number']) ?? [null];
    const rows = await db.query<StoredAuditEntry & Record<string, unknown>>(
      `select ${entryColumns} from ${chain.entries}
        where ${chain.owner} = $1 and ($2::bigint is null or seq < $2)
          and ($3::text is null or action = $3 or starts_with(action, $3 || '.')) and ($4::text is null or actor_id = $4)
        order by seq desc limit $5`,
      [owner, before, action ?? null, actorId ?? null, limit + 1],
    );
    const called = scope ? await namesOfEntries(db, scope.brandId, rows, subjectNames) : [];
    return pageOf(rows.map((row, index) => ({ ...row, name: called[index] ?? null })), limit, scope, (row) => [row.seq]);
  });

  app.get('/audit/check', {
    config: { permission },
    schema: {
      tags, summary: `Check the whole chain of the ${of.en}`, operationId: `check${of.id}Audit`,
      response: { 200: Type.Object({ whole: Type.Boolean(), entries: Type.Integer(), brokenAt: nullable(Type.Integer()), lastHash: Type.String() }) },
    },
  }, (request) => {
    const { chain, owner, tx } = bookOf(request, database);
    return tx((open) => verifyChain(open, chain, owner));
  });

  app.get('/audit.csv', {
    config: { permission },
    schema: { tags, summary: `The whole audit log of the ${of.en} as CSV`, operationId: `export${of.id}Audit`, description: 'text/csv, oldest first, hashes included.' },
  }, async (request, reply) => {
    const book = bookOf(request, database);
    await book.tx((tx) => book.write(tx, { action: 'audit.exported', subject: `${of.en}:${book.owner}` }));
    const day = nowDate().toISOString().slice(0, 10);
    return reply
      .header('content-disposition', `attachment; filename="audit-${book.owner}-${day}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(Readable.from(csvLines(book, request.language)));
  });
};

export const auditRoutes = auditRoutesOf('audit:read', { id: '', en: 'brand' }, (request) => {
  const { brand } = request;
  return {
    chain: brandChain, owner: brand.brandId, db: brand, tx: (work) => brand.tx(work), scope: brand,
    write: (tx, entry) => audit(tx, request, entry),
  };
});

export const organisationAuditRoutes = auditRoutesOf('organisation:manage', { id: 'Organisation', en: 'organisation' }, ({ actor, organisationId }, { system }) => ({
  chain: organisationChain, owner: organisationId, db: system, tx: (work) => system.tx(work), scope: null,
  write: (tx, entry) => auditOrganisation(tx, actor, organisationId, entry),
}));

const csvColumns = ['seq', 'at', 'actorKind', 'actorId', 'actorName', 'action', 'subject', 'before', 'after', 'previousHash', 'hash'] as const;

const csvTitles: Record<Language, Record<(typeof csvColumns)[number], string>> = {
  zh: { seq: '序号', at: '时间（UTC）', actorKind: '操作者类型', actorId: '操作者编号', actorName: '操作者', action: '操作', subject: '对象', before: '原值', after: '新值', previousHash: '上一行哈希', hash: '哈希' },
  en: { seq: 'Number', at: 'When (UTC)', actorKind: 'Kind of actor', actorId: 'Actor id', actorName: 'Actor', action: 'Action', subject: 'Subject', before: 'Before', after: 'After', previousHash: 'Hash before', hash: 'Hash' },
};

/** Codes and UTC as they went into the hashes; only the headings are in words. */
async function* csvLines({ db, chain, owner }: Book, language: Language): AsyncGenerator<string> {
  // The mark makes spreadsheet programs read Chinese names as UTF-8.
  yield `\uFEFF${stringify([csvColumns.map((column) => csvTitles[language][column])])}`;
  for (let after = 0; ;) {
    const rows = await readEntries(db, chain, owner, after, 1000);
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
