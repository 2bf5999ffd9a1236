/** Corrects one mail that has not left: its address, its subject, its text. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { faultOf } from '../mails/sending.ts';
import { LONGEST_BODY, mailLine, mailText } from '../mails/text.ts';
import { outboxTable } from '../outbox.ts';
import type { OutboxRow } from '../outbox.ts';
import { french, quoted } from '../french.ts';
import { changeTable, readTable } from '../records.ts';

const input = z.object({
  id: z.string().max(20).meta({ prefix: outboxTable.prefix }),
  to: z.email().max(254).optional(),
  subject: z.string().max(250).optional(),
  body: z.string().max(LONGEST_BODY).optional(),
  answers: z.record(z.string(), z.string()).default({}),
});

/** The mail with her words; a refused one is then « à relire » again. */
export const editMail = defineCommand({
  name: 'edit-mail',
  label: 'Corriger un message',
  purpose: 'Change l’adresse, l’objet ou le texte d’un message qui n’est pas encore parti.',
  input,
  reads: () => [outboxTable.tab],
  changes: () => [outboxTable.tab],
  decide: (state, { id, to, subject, body }, moment) => {
    const grid = state.workbook[outboxTable.tab];
    const shown = state.shown[outboxTable.tab];
    const row = readTable(outboxTable, grid, shown).records.find((one) => one.id === id);
    if (row === undefined) return refuse(french`Le message ${id} n’est pas dans « Envois ».`);
    if (row.status !== 'draft' && row.status !== 'waiting' && row.status !== 'refused')
      return refuse(french`Le message ${id} est déjà parti, ou annulé : il ne peut plus être corrigé.`);
    const words: OutboxRow = {
      ...row,
      to: to === undefined ? row.to : mailLine(to),
      subject: subject === undefined ? row.subject : mailLine(subject),
      body: body === undefined ? row.body : mailText(body),
    };
    const fault = faultOf(words);
    if (fault !== null) return refuse(french`Message ${id} : ${fault}`);
    const isSame = words.to === row.to && words.subject === row.subject && words.body === row.body;
    if (isSame) return wish({ summary: ['Rien à changer.'] });
    const mended = row.status === 'refused' ? { status: 'draft' as const, changed_on: moment.today, error: null } : {};
    return wish({
      tabs: { [outboxTable.tab]: changeTable(outboxTable, grid, { put: [{ ...words, ...mended }] }, shown) },
      summary: [french`Le message ${id} pour ${words.to ?? ''} sera : ${quoted(words.subject)}.`],
      details: { subject: words.subject, body: words.body },
    });
  },
});
