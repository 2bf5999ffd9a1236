/** `MailApp`: mails go to the workspace's list of sent mails, under Google's limits. */
import { fieldsOf, textOf, textOr } from '../arguments.ts';
import { ServiceError } from '../errors.ts';
import { serviceObject } from '../execution.ts';
import type { Execution } from '../execution.ts';
import type { SentMail } from '../types.ts';

const DAILY_RECIPIENTS = 100;
const RECIPIENTS_PER_MESSAGE = 50;
const DAY = 86_400_000;
const LARGEST_BODY = 200 * 1024;
const LARGEST_SUBJECT = 250;

/** Sending as the person who runs. */
export function mailApp(execution: Execution): object {
  const scopes = ['script.send_mail'];
  return serviceObject(execution, 'MailApp', {
    scopes,
    methods: {
      getRemainingDailyQuota: () => remaining(execution),
      sendEmail: (first, subject, body, options) => {
        if (typeof first === 'object' && first !== null) send(execution, fieldsOf(first));
        else send(execution, { ...fieldsOf(options), to: textOf(first), subject: textOf(subject), body: textOf(body) });
      },
    },
  });
}

function send(execution: Execution, message: Readonly<Record<string, unknown>>): void {
  const { store, options } = execution.shared;
  const known = ['to', 'cc', 'bcc', 'replyTo', 'name', 'subject', 'body', 'htmlBody', 'noReply'];
  const strange = Object.keys(message).find((key) => !known.includes(key));
  if (strange !== undefined)
    throw new ServiceError(`MailApp option "${strange}" is not emulated by the local workspace`, {
      name: 'NotEmulated',
    });
  const field = (name: string) => textOr(message[name], '');
  const mail: SentMail = {
    id: `mail-${String(store.mails.length + 1).padStart(5, '0')}`,
    from: options.user,
    to: field('to'),
    cc: field('cc'),
    bcc: field('bcc'),
    replyTo: field('replyTo'),
    name: field('name'),
    subject: field('subject'),
    body: field('body'),
    htmlBody: textOr(message['htmlBody'], null),
    sentAt: new Date(execution.now()).toISOString(),
  };
  check(execution, mail);
  store.mails.push(mail);
}

function check(execution: Execution, mail: SentMail): void {
  const recipients = recipientsOf(mail);
  if (recipients.length === 0) throw new ServiceError('Failed to send email: no recipient');
  const wrong = recipients.find((address) => !/^(?:[^<>]*<)?[^\s@<>,]+@[^\s@<>,]+\.[^\s@<>,]+>?$/u.test(address));
  if (wrong !== undefined) throw new ServiceError(`Invalid email: ${wrong}`);
  if (recipients.length > RECIPIENTS_PER_MESSAGE)
    throw new ServiceError('Limit Exceeded: Email Recipients Per Message.');
  if (mail.subject.length > LARGEST_SUBJECT) throw new ServiceError('Argument too large: subject');
  if (Buffer.byteLength(mail.body) + Buffer.byteLength(mail.htmlBody ?? '') > LARGEST_BODY)
    throw new ServiceError('Limit Exceeded: Email Body Size.');
  if (recipients.length > remaining(execution))
    throw new ServiceError('Service invoked too many times for one day: email.');
}

function recipientsOf({ to, cc, bcc }: SentMail): string[] {
  return [to, cc, bcc]
    .flatMap((list) => list.split(','))
    .map((address) => address.trim())
    .filter((address) => address !== '');
}

function remaining({ shared, now }: Execution): number {
  const since = now() - DAY;
  const recent = shared.store.mails.filter(({ sentAt }) => Date.parse(sentAt) > since);
  return (
    (shared.options.dailyMails ?? DAILY_RECIPIENTS) -
    recent.reduce((count, mail) => count + recipientsOf(mail).length, 0)
  );
}
