import { audit, BothTexts, nullable } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { commitImport, importTemplate, MAX_IMPORT_BYTES, previewImport } from './import-contacts.ts';
import type { PeopleRouteOptions } from './routes.ts';

const Csv = Type.String({ minLength: 1, description: 'The file, UTF-8, headings in the first line' });
const Preview = Type.Object({
  digest: Type.String({ description: 'Name it in the commit' }),
  columns: Type.Array(Type.Object({ name: Type.String(), known: Type.Boolean() })),
  rows: Type.Integer(), people: Type.Integer({ description: 'Whom the rows are about: fewer where rows share a phone or a number' }), known: Type.Integer({ description: 'People the brand knows already' }),
  errors: Type.Array(Type.Intersect([Type.Object({ line: Type.Integer(), column: nullable(Type.String()) }), BothTexts])), moreErrors: Type.Integer(),
});

export const importRoutes: FastifyPluginAsyncTypebox<PeopleRouteOptions> = async (app, { parts: { secrets, sources } }) => {
  const tags = ['import'];

  app.get('/imports/template', {
    config: { permission: 'people:import' },
    schema: { tags, summary: 'The headings of a file to fill in', operationId: 'importTemplate', response: { 200: { content: { 'text/csv': { schema: Type.String() } } } } },
  }, async (_request, reply) => reply.type('text/csv; charset=utf-8').send(`\uFEFF${importTemplate()}\n` as never));

  app.post('/imports/preview', {
    bodyLimit: MAX_IMPORT_BYTES,
    config: { permission: 'people:import' },
    schema: {
      tags, summary: 'Check a file of contacts', operationId: 'previewImport', description: 'Writes nothing.',
      body: Type.Object({ csv: Csv }, { additionalProperties: false }), response: { 200: Preview },
    },
  }, (request) => previewImport(request.brand, Buffer.from(request.body.csv), secrets));

  app.post('/imports', {
    bodyLimit: MAX_IMPORT_BYTES,
    config: { permission: 'people:import' },
    schema: {
      tags, summary: 'Import a previewed file', operationId: 'commitImport', description: 'All of it or nothing; the same file twice changes nothing more.',
      body: Type.Object({ csv: Csv, digest: Type.String({ maxLength: 64 }), consentText: Type.String({ maxLength: 40, default: 'import', description: 'Version of the text the people agreed to' }) }, { additionalProperties: false }),
      response: { 200: Type.Object({ rows: Type.Integer(), contacts: Type.Integer() }) },
    },
  }, async (request) => {
    const { csv, digest, consentText } = request.body;
    return commitImport(request.brand, Buffer.from(csv), { digest, by: request.actor.id, consentText }, secrets, sources, (tx, imported) =>
      audit(tx, request, { action: 'contacts.imported', subject: `import:${digest.slice(0, 12)}`, after: imported }));
  });
};
