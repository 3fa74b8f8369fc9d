import { fail } from '../errcodes/error.ts';
import type { Call } from '../http/define.ts';
import { neededText, textAt } from '../http/read.ts';
import { show } from '../inbox/inbox.ts';
import { nextId } from '../platform.ts';
import { plan } from '../time/agenda.ts';
import { findPerson } from '../users/people.ts';
import type { Person } from '../../world.ts';
import { type SubscriptionTemplate, spendConsent } from './subscriptions.ts';

const DELIVERED_AFTER = 1000;

export interface Addressed {
  person: Person;
  template: SubscriptionTemplate;
}

export function addressedTo({ account, body }: Call): Addressed {
  return {
    person: findPerson(account.people, neededText(body, 'touser', 40003)) ?? fail(40003),
    template: account.subscriptions.templates.get(textAt(body, 'template_id')) ?? fail(40037),
  };
}

/** One accept, one send (43101): also when the person blocks it afterwards, which the event a second later says as `refusal`. */
export function deliver({ platform, account, now }: Call, { person, template }: Addressed, content: Readonly<Record<string, unknown>>, refusal: string): void {
  if (!spendConsent(account.subscriptions, person.openid, template.id)) fail(43101);
  if (!person.refusesMessages) show(account.inbox, person.index, { at: now, from: 'account', kind: 'subscription', content: { title: template.title, text: template.content, ...content } });
  const [code, status] = person.refusesMessages ? [1, refusal] as const : [0, 'success'] as const;
  const msgId = String(nextId(platform.state, 'templateMsgId'));
  plan(platform.state.agenda, now + DELIVERED_AFTER, {
    job: { kind: 'subscriptionSent', appid: account.settings.appid, openid: person.openid, templateId: template.id, msgId, code, status },
  });
  platform.wake();
}
