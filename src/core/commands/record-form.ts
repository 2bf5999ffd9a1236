/** Keeps the address of a form that was made, so that answers are read and mails have links. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { openTabs } from '../members/edits.ts';
import { formOf } from '../registrations/desk.ts';
import { formTable } from '../tables/form.ts';

const input = z.object({
  form: z.string().regex(/^[\w-]{10,120}$/u),
  link: z.string().regex(/^https:\/\/docs\.google\.com\/forms\/d\/e\/[\w-]{10,200}\/viewform$/u),
});

/** « Noter le formulaire d’inscription »: done by Régie itself once the form exists. */
export const recordForm = defineCommand({
  name: 'record-form',
  label: 'Noter le formulaire d’inscription',
  purpose: 'Garde l’adresse du formulaire que Régie a créé.',
  input,
  reads: () => [formTable.tab],
  changes: () => [formTable.tab],
  decide: (state, { form, link }, { today }) => {
    const edits = openTabs(state, [formTable]);
    if (edits.obstacle !== null) return refuse(edits.obstacle);
    const known = formOf(edits.records(formTable));
    if (known?.form === form && known.link === link) return wish();
    if (known !== null) return refuse('Un formulaire d’inscription existe déjà : celui-ci n’est pas noté.');
    edits.add(formTable, { kind: 'registrations', form, link, created_on: today });
    return wish({ ...edits.wished(), summary: ['Le formulaire d’inscription est créé.'] });
  },
});
