/** A mail of her own words, to one person or to several; and a try of any template, to herself only. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import type { Moment, State, Wish } from '../command.ts';
import { hashText } from '../digest.ts';
import { freeMail } from '../mails/free.ts';
import { templateOf, templates } from '../mails/index.ts';
import { exampleValues } from '../mails/template.ts';
import type { MailTemplate } from '../mails/template.ts';
import { LONGEST_BODY, mailLine } from '../mails/text.ts';
import { mailsToAdd, mailTabs, mailWish } from '../mails/wished.ts';
import type { MailsToAdd, MailWish } from '../mails/wished.ts';
import { TO_MYSELF } from '../outbox.ts';
import { french } from '../french.ts';
import { readTable } from '../records.ts';
import { settingTable, settingValue } from '../tables/setting.ts';

const answers = z.record(z.string(), z.string()).default({});

/** One mail for each address, so that nobody sees the others'. */
export const writeMail = defineCommand({
  name: 'write-mail',
  label: 'Écrire un message',
  purpose: 'Prépare un message de votre main, un par personne : personne ne voit l’adresse des autres.',
  input: z.object({
    to: z.array(z.email().max(254)).min(1).max(200),
    subject: z.string().max(250),
    body: z.string().max(LONGEST_BODY),
    /** Ids of the records that it is about. */
    records: z.array(z.string().max(20)).max(20).default([]),
    answers,
  }),
  reads: () => mailTabs,
  changes: () => [],
  decide: (state, { to, subject, body, records }, moment) => {
    const settings = readTable(settingTable, state.workbook[settingTable.tab], state.shown[settingTable.tab]).records;
    const values = { subject, body, association: settingValue(settings, 'association') ?? 'L’équipe' };
    const text = hashText(JSON.stringify([subject, body, moment.today]));
    const wished = to.map((address) =>
      mailWish(freeMail, values, {
        key: `free/${text}/${address.toLowerCase()}`,
        to: address,
        reason: 'Message que vous avez écrit.',
        records,
      }),
    );
    return mailsWish(
      mailsToAdd(state, wished, moment),
      'Le même message a déjà été préparé aujourd’hui pour ces personnes.',
    );
  },
});

const key = z.enum(templates.map((template) => template.key) as [string, ...string[]]); // The list is never empty.

/** Sends a template with its examples to whoever asks, and to nobody else. */
export const testMail = defineCommand({
  name: 'test-mail',
  label: 'Envoyer un essai à moi-même',
  purpose: 'Vous envoie un modèle rempli d’exemples, à vous seulement.',
  input: z.object({ key, answers }),
  reads: () => mailTabs,
  changes: () => [],
  decide: (state, { key: wanted }, moment) => {
    const template = templateOf(wanted);
    if (template === null) return refuse(french`Le modèle « ${wanted} » n’existe pas.`);
    return tryOf(state, template, moment);
  },
});

function tryOf(state: State, template: MailTemplate, moment: Moment): Wish {
  const mail: MailWish = mailWish(template, exampleValues(template), {
    key: `test/${template.key}/${moment.today}/${moment.time}`,
    to: TO_MYSELF,
    reason: french`Essai du modèle « ${template.name} ».`,
    records: [],
  });
  const mails = mailsToAdd(state, [mail], moment);
  const outbox = mails.outbox.map((row) => ({ ...row, subject: mailLine(`[Essai] ${row.subject ?? ''}`) }));
  const effects = [{ kind: 'mail' as const, to: 'Vous', summary: outbox[0]?.subject ?? '' }];
  return mailsWish(
    { ...mails, outbox, effects: outbox.length > 0 ? effects : [] },
    'Cet essai vient de partir : attendez une minute avant le suivant.',
  );
}

function mailsWish(mails: MailsToAdd, already: string): Wish {
  const { outbox, effects, problems, known, drafts, refusal } = mails;
  if (refusal !== null) return refuse(refusal);
  if (outbox.length === 0) return refuse(problems[0]?.message ?? already, { problems });
  const count = outbox.length;
  const what = count === 1 ? 'Un message' : `${count} messages`;
  return wish({
    outbox,
    effects,
    problems,
    summary: [
      drafts
        ? french`${what} ${count === 1 ? 'attendra' : 'attendront'} votre relecture dans « Envois » : rien ne part encore.`
        : french`${what} ${count === 1 ? 'part' : 'partent'} tout de suite.`,
      ...(known > 0
        ? [french`${known} ${known === 1 ? 'personne a' : 'personnes ont'} déjà ce message : pas deux fois.`]
        : []),
    ],
    details: { subject: outbox[0]?.subject ?? '', body: outbox[0]?.body ?? '' },
  });
}
