import type { MailRow, MailStatus, MailTemplate } from '@groundwork/api/views/outbox';
import { capitalise, countOf } from '@groundwork/ui/count-words';

export const mailStatusWords: Readonly<Record<MailStatus, string>> = {
  queued: 'waits to be sent',
  sent: 'sent',
  failed: 'not delivered',
};

const templateWords: Readonly<Record<MailTemplate, string>> = {
  'sign-in': 'sign-in',
  passkey: 'passkey changed or used',
  invitation: 'invitation',
  'waitlist-confirm': 'waitlist, confirm',
  offer: 'offer of a spot',
  'offer-reminder': 'reminder of an offer',
  'offer-expired': 'offer ran out',
  'program-published': 'program published',
};

export const describeTemplate = (template: string): string =>
  Object.hasOwn(templateWords, template) ? templateWords[template as MailTemplate] : template.replaceAll('-', ' ');

export function describeMails(mails: readonly MailRow[]): string {
  const failed = mails.filter((mail) => mail.status === 'failed').length;
  const queued = mails.filter((mail) => mail.status === 'queued').length;
  if (failed > 0) return `${capitalise(countOf(failed, 'letter was', 'letters were'))} not delivered.`;
  if (queued > 0) return `${capitalise(countOf(queued, 'letter waits', 'letters wait'))} to be sent.`;
  return mails.length === 0 ? 'Nothing was written yet.' : 'Every letter on this page is sent.';
}
