/** A mail template: its original text stands in code beside the capability that uses it; she may change it in « Modèles ». */
import type { Problem } from '../problem.ts';
import { enumeration, french, quoted } from '../french.ts';
import { fold } from '../reading/values/text.ts';
import { readTable } from '../records.ts';
import { templateTable } from '../tables/template.ts';
import type { TemplateRow } from '../tables/template.ts';
import type { Grid, ShownGrid } from '../workbook.ts';
import { LONGEST_BODY, mailLine, mailText } from './text.ts';

/** A word between double braces, replaced for each recipient. */
export interface MailField {
  /** French, as written between the braces: « structure » for {{structure}}. */
  readonly name: string;
  readonly example: string;
}

/** A template; `Field` are the identifiers of its fields. */
export interface MailTemplate<Field extends string = string> {
  /** Never changes: rows of « Modèles » and of « Envois » bear it. */
  readonly key: string;
  /** French, as in lists. */
  readonly name: string;
  /** French, one sentence: when it is sent, and to whom. */
  readonly purpose: string;
  readonly fields: Readonly<Record<Field, MailField>>;
  readonly subject: string;
  readonly body: string;
  /** True when she must always read each mail before it leaves. */
  readonly review?: true;
}

/** What she made of a template. */
export interface TemplateText {
  readonly subject: string;
  readonly body: string;
  readonly active: boolean;
  /** One-based row of « Modèles »; null for the original text. */
  readonly row: number | null;
}

/** The texts of « Modèles », by template key; the first row of a key counts. */
export type TemplateTexts = ReadonlyMap<string, TemplateText>;

/** A mail's subject and text, or why there is none. */
export type MailWords =
  | { readonly ok: true; readonly subject: string; readonly body: string }
  | { readonly ok: false; readonly problem: Problem };

/** What « Modèles » says instead of the original texts; an empty cell leaves the original one. */
export function templateTexts(
  templates: readonly MailTemplate[],
  grid: Grid | undefined,
  shown: ShownGrid = [],
): TemplateTexts {
  const { records, rowOf } = readTable(templateTable, grid, shown);
  const texts = new Map<string, TemplateText>();
  for (const record of records) {
    const template = templates.find(({ key }) => key === record.key);
    if (template === undefined || texts.has(template.key)) continue;
    texts.set(template.key, { ...textOf(template, record), row: (rowOf.get(record.id) ?? 0) + 1 });
  }
  return texts;
}

function textOf(template: MailTemplate, row: TemplateRow): Omit<TemplateText, 'row'> {
  return { subject: row.subject ?? template.subject, body: row.body ?? template.body, active: row.active ?? true };
}

/** The mail of a template for those values: every field of the text is replaced, or the mail is not made at all. */
export function mailFrom<Field extends string>(
  template: MailTemplate<Field>,
  values: Readonly<Record<Field, string>>,
  texts: TemplateTexts,
): MailWords {
  const text = texts.get(template.key) ?? { ...template, row: null };
  const unknown = unknownFields(template, text);
  const bad = (kind: string, message: string): MailWords => ({
    ok: false,
    problem: { tab: templateTable.tab, row: text.row, column: null, kind, raw: null, severity: 'error', message },
  });
  if (unknown.length > 0) return bad('template_field_unknown', unknownMessage(template, text, unknown));
  const empty = new Set<string>();
  const fill = (words: string) => filled(words, { template, values, empty });
  const subject = mailLine(fill(text.subject));
  const body = mailText(fill(text.body));
  if (empty.size > 0)
    return bad(
      'template_field_empty',
      french`Modèle « ${template.name} » : ${enumeration([...empty])} est vide pour ce destinataire, le message n’est pas préparé. Complétez la fiche, ou retirez ce mot du modèle.`,
    );
  if (subject === '' || body === '')
    return bad(
      'template_empty',
      french`Modèle « ${template.name} » : ${subject === '' ? 'l’objet' : 'le message'} est vide. Écrivez-le dans « Modèles », ou remettez le texte d’origine.`,
    );
  if (body.length > LONGEST_BODY)
    return bad(
      'template_long',
      french`Modèle « ${template.name} » : le message fait ${body.length} caractères, ${LONGEST_BODY} au plus. Raccourcissez-le.`,
    );
  return { ok: true, subject, body };
}

/** The template filled with its examples. */
export function exampleOf(template: MailTemplate, texts: TemplateTexts): MailWords {
  return mailFrom(template, exampleValues(template), texts);
}

/** The example of each field. */
export function exampleValues<Field extends string>(template: MailTemplate<Field>): Record<Field, string> {
  const entries = Object.entries<MailField>(template.fields).map(([field, { example }]) => [field, example]);
  return Object.fromEntries(entries) as Record<Field, string>; // One entry for each field.
}

/** The fields as she writes them: « {{structure}} ». */
export function fieldMarks(template: MailTemplate): string[] {
  return Object.values(template.fields).map(({ name }) => `{{${name}}}`);
}

/** The words between braces that the template does not know, as they were typed; lone braces count among them. */
export function unknownFields(
  template: MailTemplate,
  { subject, body }: { readonly subject: string; readonly body: string },
): string[] {
  const text = `${subject}\n${body}`;
  const marks = [...text.matchAll(MARK)].filter(([, name = '']) => fieldNamed(template, name) === null);
  const rest = text.replace(MARK, '').match(/\{\{[^{}\n]{0,40}|[^{}\n]{0,40}\}\}/gu) ?? [];
  return [...new Set([...marks.map(([mark]) => mark), ...rest.map((piece) => piece.trim())])];
}

const MARK = /\{\{([^{}]*)\}\}/gu;

function fieldNamed(template: MailTemplate, name: string): string | null {
  const wanted = fold(name);
  return Object.entries(template.fields).find(([, field]) => fold(field.name) === wanted)?.[0] ?? null;
}

interface Filling {
  readonly template: MailTemplate;
  readonly values: Readonly<Record<string, string>>;
  readonly empty: Set<string>;
}

/** One pass: braces that a value holds are only text. */
function filled(words: string, { template, values, empty }: Filling): string {
  return words.replace(MARK, (_mark, name: string) => {
    const field = fieldNamed(template, name);
    const value = mailText(field === null ? '' : (values[field] ?? ''));
    if (value === '') empty.add(`{{${name.trim()}}}`);
    return value;
  });
}

function unknownMessage(template: MailTemplate, text: { row: number | null }, unknown: readonly string[]): string {
  const where =
    text.row === null
      ? french`Modèle « ${template.name} »`
      : french`Onglet « Modèles », ligne ${text.row} (« ${template.name} »)`;
  const marks = fieldMarks(template);
  const cure =
    marks.length === 0 ? 'Ce modèle n’a aucun champ : retirez-le.' : `Champs possibles : ${marks.join(', ')}.`;
  return french`${where} : ${enumeration(unknown.map((one) => quoted(one)))} n’est pas un champ de ce modèle, aucun message ne part avec. ${cure}`;
}
