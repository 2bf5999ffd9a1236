/** The texts of mails: changed by her in « Modèles », or put back as they were written. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import type { State, Wish } from '../command.ts';
import { templateOf, templates } from '../mails/index.ts';
import { exampleOf, fieldMarks, templateTexts } from '../mails/template.ts';
import type { MailTemplate } from '../mails/template.ts';
import { LONGEST_BODY, mailLine, mailText } from '../mails/text.ts';
import { french } from '../french.ts';
import { changeTable, placesOf, readTable } from '../records.ts';
import { freshIds } from '../numbers.ts';
import { tableDress } from '../table-dress.ts';
import { templateTable } from '../tables/template.ts';

const key = z.enum(templates.map((template) => template.key) as [string, ...string[]]); // The list is never empty.
const answers = z.record(z.string(), z.string()).default({});
const reads = () => [templateTable.tab];

/** Her text for a template; the preview shows it filled with its examples. */
export const editTemplate = defineCommand({
  name: 'edit-template',
  label: 'Modifier un modèle',
  purpose: 'Change le texte d’un message ; les prochains partiront avec votre texte.',
  input: z.object({
    key,
    subject: z.string().max(250),
    body: z.string().max(LONGEST_BODY),
    active: z.boolean().optional(),
    answers,
  }),
  reads,
  changes: reads,
  decide: (state, { key: wanted, subject, body, active }) =>
    withTemplate(wanted, (template) =>
      put(state, template, { subject: mailLine(subject), body: mailText(body), active }),
    ),
});

/** The original text of a template again. */
export const restoreTemplate = defineCommand({
  name: 'restore-template',
  label: 'Remettre le texte d’origine',
  purpose: 'Redonne à un modèle le texte qu’il avait au départ.',
  input: z.object({ key, answers }),
  reads,
  changes: reads,
  decide: (state, { key: wanted }) =>
    withTemplate(wanted, (template) => {
      const texts = templateTexts([template], state.workbook[templateTable.tab], state.shown[templateTable.tab]);
      if (!texts.has(template.key)) return refuse(french`Le modèle « ${template.name} » a déjà son texte d’origine.`);
      return put(state, template, { ...template, active: undefined });
    }),
});

function withTemplate(wanted: string, decide: (template: MailTemplate) => Wish): Wish {
  const template = templateOf(wanted);
  return template === null ? refuse(french`Le modèle « ${wanted} » n’existe pas.`) : decide(template);
}

interface Text {
  readonly subject: string;
  readonly body: string;
  readonly active: boolean | undefined;
}

function put(state: State, template: MailTemplate, text: Text): Wish {
  const grid = state.workbook[templateTable.tab];
  const shown = state.shown[templateTable.tab];
  if (grid !== undefined && grid.length > 0 && placesOf(templateTable, grid).size < templateTable.columns.length)
    return refuse(
      'Onglet « Modèles » : une colonne manque en ligne 1. Remettez son titre, ou annulez sa suppression (Ctrl+Z), puis recommencez.',
    );
  const { records } = readTable(templateTable, grid, shown);
  const former = records.find((row) => row.key === template.key);
  const row = {
    id: former?.id ?? freshIds(state, templateTable, 1)[0] ?? '',
    name: template.name,
    subject: text.subject,
    body: text.body,
    fields: fieldMarks(template),
    purpose: template.purpose,
    active: text.active ?? former?.active ?? true,
    key: template.key,
  };
  const after = changeTable(templateTable, grid, { put: [row] }, shown);
  const example = exampleOf(template, templateTexts([template], after, shown));
  if (!example.ok) return refuse(example.problem.message, { problems: [example.problem] });
  return wish({
    tabs: { [templateTable.tab]: after },
    dress: grid === undefined ? { [templateTable.tab]: tableDress(templateTable) } : {},
    summary: [
      french`Les prochains messages « ${template.name} » auront ce texte ; ceux qui sont déjà dans « Envois » ne changent pas.`,
      ...(row.active ? [] : ['Ce modèle est inactif : aucun message n’est préparé avec lui.']),
    ],
    details: { example: { subject: example.subject, body: example.body } },
  });
}
