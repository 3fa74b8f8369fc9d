import { type Actor, audit, BothTexts, decodeCursor, nullable, oneOf, pageOf, pageQuery, pageReply, Timestamp } from '@qingniao/access';
import { badRequest, type Language, maskedAddress, nowDate } from '@qingniao/kernel';
import { seesCosts } from '@qingniao/recruitment';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { tags } from '../route-fields.ts';
import { eachOnce } from './addresses.ts';
import { type DeliveryState, listDeliveries, SCHEDULED } from './deliveries.ts';
import { type ReportSender, withoutMail } from './report-sender.ts';
import { monthCovered, nextDue, type SavedSchedule } from './schedule.ts';

export interface MailedReportRoutesDeps {
  sender: ReportSender;
}

const Address = Type.String({ format: 'email', maxLength: 254 });
const fields = {
  enabled: Type.Boolean(),
  recipients: Type.Array(Address, { maxItems: 20 }),
  language: oneOf(['zh', 'en'] as const satisfies Language[]),
  aggregatesOnly: Type.Boolean({ description: 'The version for head office: no count of people under ten, nor one such a count could be computed from' }),
  day: Type.Integer({ minimum: 1, maximum: 28, description: 'Of the month after the one it covers' }),
  hour: Type.Integer({ minimum: 0, maximum: 23, description: 'Asia/Shanghai' }),
};
const Month = Type.String({ description: '`2026-10`' });
const ScheduleReply = Type.Object({
  ...fields,
  recipients: Type.Array(Type.String(), { description: 'Masked for whoever may not change them' }),
  withCosts: Type.Boolean({ description: 'Costs are in it when whoever saved it may see them' }),
  nextAt: nullable(Timestamp), changedAt: nullable(Timestamp),
  monthNow: Type.String({ description: 'The month a report sent now would cover' }),
  pdf: Type.Boolean({ description: 'Whether a Chromium is installed to print the PDF' }),
  mailMissing: nullable(BothTexts),
});

/** The report by e-mail: when and to whom, now, and what became of it. */
export const mailedReportRoutes: FastifyPluginAsyncTypebox<MailedReportRoutesDeps> = async (app, { sender }) => {
  const shown = (actor: Actor, schedule: SavedSchedule) => {
    const { mail, pdf } = sender.abilities();
    return {
      ...schedule, recipients: actor.permissions.has('insights:write') ? schedule.recipients : schedule.recipients.map(maskedAddress),
      nextAt: schedule.enabled ? nextDue(schedule, nowDate()) : null, monthNow: monthCovered(nowDate()), pdf, mailMissing: mail ? null : withoutMail,
    };
  };

  app.get('/insights/report/schedule', {
    config: { permission: 'insights:read' },
    schema: { tags, summary: 'The report by e-mail', operationId: 'reportSchedule', response: { 200: ScheduleReply } },
  }, async ({ actor, brand }) => shown(actor, await sender.read(brand, brand.brandId)));

  app.put('/insights/report/schedule', {
    config: { permission: 'insights:write' },
    schema: {
      tags, summary: 'Change the report by e-mail', operationId: 'changeReportSchedule', body: Type.Object(fields, { additionalProperties: false }), response: { 200: ScheduleReply },
    },
  }, (request) => request.brand.tx(async (tx) => {
    const { actor, body, brand: { brandId } } = request;
    const schedule = { ...body, recipients: eachOnce(body.recipients), withCosts: seesCosts(actor) && !body.aggregatesOnly };
    if (schedule.enabled && schedule.recipients.length === 0)
      throw badRequest('no_recipients', { zh: '启用前请至少填写一位收件人。', en: 'Enter at least one recipient before turning it on.' }, { field: 'recipients' });
    const before = await sender.read(tx, brandId);
    await sender.save(tx, brandId, schedule, actor.name);
    await audit(tx, request, { action: 'report_schedule.changed', subject: `brand:${brandId}`, before: told(before), after: told(schedule) });
    return shown(actor, await sender.read(tx, brandId));
  }));

  app.post('/insights/report/schedule/send', {
    config: { permission: 'insights:write' },
    schema: {
      tags, summary: 'Mail the report of the month before to the recipients now', description: 'They get it even when the schedule has sent it to them.', operationId: 'sendReportNow',
      response: { 202: Type.Object({ jobId: Type.String(), month: Month }) },
    },
  }, async (request, reply) => {
    const started = await request.brand.tx(async (tx) => {
      const { brandId } = request.brand;
      // First the audit chain, whose lock makes a second press wait for this one.
      await audit(tx, request, { action: 'report_schedule.sent_now', subject: `brand:${brandId}`, after: { month: monthCovered(nowDate()) } });
      return sender.sendNow(tx, brandId);
    });
    return reply.code(202).send(started);
  });

  app.get('/insights/report/deliveries', {
    config: { permission: 'insights:read' },
    schema: {
      tags, summary: 'Reports that were mailed', operationId: 'reportDeliveries', querystring: Type.Object(pageQuery),
      response: {
        200: pageReply(Type.Object({
          id: Type.String(), month: Month, scheduled: Type.Boolean(), recipient: Type.String({ description: 'Masked' }),
          state: oneOf(['waiting', 'sending', 'sent', 'failed', 'unknown'] as const satisfies DeliveryState[], { description: 'unknown: it may have arrived; it is not sent again by itself' }),
          error: nullable(BothTexts), plannedAt: Timestamp, changedAt: Timestamp,
        })),
      },
    },
  }, async ({ brand, query: { limit, cursor } }) => {
    const [plannedAt, id] = decodeCursor(brand, cursor, ['date', 'string']) ?? [];
    const rows = await listDeliveries(brand, limit + 1, plannedAt ? { plannedAt: plannedAt as Date, id: id as string } : null);
    return pageOf(rows.map(({ run, ...row }) => ({ ...row, scheduled: run === SCHEDULED })), limit, brand, (row) => [row.plannedAt, row.id]);
  });
};

/** As the audit log keeps it. */
const told = ({ recipients, ...schedule }: Omit<SavedSchedule, 'changedAt'>) => ({ ...schedule, recipients: recipients.map(maskedAddress) });
