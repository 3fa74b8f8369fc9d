import { BothTexts, Day, nullable, oneOf, Timestamp } from '@qingniao/access';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { latestProof, startProof, type ProofDeps } from './proof-job.ts';

const about = { rows: Type.Array(Type.String({ description: 'Rows of the study, W-05' })), metric: Type.String(), key: Type.String(), name: BothTexts };
const quotient = { numerator: Type.Number(), denominator: Type.Number() };
const fraction = nullable(Type.Number());

const Proof = Type.Object({
  at: Timestamp,
  period: Type.Object({ from: Day, to: Day }),
  holds: Type.Boolean(),
  verdict: BothTexts,
  notes: Type.Array(BothTexts),
  draw: oneOf(['quota', 'random']),
  calibration: nullable(Type.String({ description: 'The year whose published figures are compared' })),
  measured: Type.Array(Type.Object({
    ...about, ours: Type.Object({ ...quotient, value: fraction }), ledger: Type.Object(quotient), equal: Type.Boolean(), draws: nullable(Type.Integer()),
  })),
  calibrated: nullable(Type.Array(Type.Object({
    ...about, published: Type.Number(), ours: fraction, tolerance: Type.Number(), standardErrors: fraction, holds: Type.Boolean(),
  }))),
  lost: Type.Array(Type.Object({ ...about, ours: fraction }), { description: 'Cells the report lost: not checked' }),
});
const Run = Type.Object({
  id: Type.String(), state: oneOf(['queued', 'running', 'done', 'failed', 'cancelled']), step: nullable(oneOf(['waiting', 'account', 'panel'])),
  done: Type.Integer(), total: nullable(Type.Integer()), lastError: nullable(BothTexts),
});

const tags = ['insights'];
// Who answers for the brand's numbers: its owner and the organisation's admin.
const config = { permission: 'brand:manage' } as const;

/** Under /api/brands/:brandId, and only beside a sandbox. */
export const proofRoutes: FastifyPluginAsyncTypebox<ProofDeps> = async (app, deps) => {
  app.get('/insights/proof', {
    config,
    schema: {
      tags, summary: 'The figures beside the sandbox’s ledger, as compared last', operationId: 'latestProof', description: 'Only in a demo.',
      response: { 200: Type.Object({ run: nullable(Run), proof: nullable(Proof) }) },
    },
  }, ({ brand }) => latestProof(deps, brand.brandId));

  app.post('/insights/proof', {
    config,
    schema: {
      tags, summary: 'Compare the figures with the sandbox’s ledger', operationId: 'startProof',
      description: 'Only in a demo whose history is loaded. One at a time.', response: { 202: Type.Object({ id: Type.String() }) },
    },
  }, async ({ brand }, reply) => reply.code(202).send({ id: await startProof(deps, brand.brandId) }));
};
