/** The forms of « Financements ». */
import { euros } from '../../core/french.ts';
import { allocationMethods, grantStates } from '../../core/tables/grant.ts';
import type { Grant } from '../../core/tables/grant.ts';
import type { GrantItem, GrantsView, OpenInstalment } from '../../core/views/grants.ts';
import type { Field } from '../field-value.ts';
import type { Form, FormValues } from '../form.ts';

const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

function programmeField({ programmes }: GrantsView, value: string | null): Field {
  const common = { name: 'project', label: 'Programme', help: 'Vide pour le fonctionnement de l’association.', value };
  return programmes.length === 0
    ? { ...common, kind: 'text', most: 200 }
    : { ...common, kind: 'select', choices: [{ value: '', label: 'Aucun' }, ...programmes] };
}

function identity(data: GrantsView, grant: Partial<Grant>): readonly Field[] {
  return [
    { kind: 'text', name: 'funder', label: 'Financeur', required: true, most: 200, value: grant.funder ?? null },
    { kind: 'text', name: 'desk', label: 'Guichet', help: 'DAE, DAC…', most: 200, value: grant.desk ?? null },
    { kind: 'text', name: 'purpose', label: 'Objet', most: 200, value: grant.purpose ?? null },
    programmeField(data, grant.project ?? null),
    {
      kind: 'select',
      name: 'state',
      label: 'État',
      required: true,
      choices: choicesOf(grantStates),
      value: grant.state ?? 'requested',
    },
    { kind: 'money', name: 'requested', label: 'Demandé (€)', value: grant.requested ?? null },
    { kind: 'money', name: 'awarded', label: 'Attribué (€)', value: grant.awarded ?? null },
    { kind: 'date', name: 'period_start', label: 'Début de la période', value: dayOf(grant.period_start) },
    { kind: 'date', name: 'period_end', label: 'Fin de la période', value: dayOf(grant.period_end) },
    {
      kind: 'select',
      name: 'allocation',
      label: 'Si la période couvre deux années',
      choices: [{ value: '', label: 'Sans objet' }, ...choicesOf(allocationMethods)],
      value: grant.allocation ?? null,
    },
    { kind: 'date', name: 'deadline', label: 'Date limite de dépôt', value: dayOf(grant.deadline) },
  ];
}

const details: (grant: Grant) => readonly Field[] = (grant) => [
  { kind: 'number', name: 'rate', label: 'Taux de prise en charge (%)', decimals: true, value: grant.rate },
  { kind: 'money', name: 'cap', label: 'Plafond (€)', value: grant.cap },
  { kind: 'date', name: 'decided_on', label: 'Décision le', value: dayOf(grant.decided_on) },
  { kind: 'date', name: 'agreement_on', label: 'Convention signée le', value: dayOf(grant.agreement_on) },
  { kind: 'date', name: 'report_due', label: 'Compte rendu avant le', value: dayOf(grant.report_due) },
  { kind: 'date', name: 'reported_on', label: 'Compte rendu envoyé le', value: dayOf(grant.reported_on) },
  { kind: 'long', name: 'notes', label: 'Remarques', most: 2000, value: grant.notes },
];

/** A date known to the day; a month or a year alone is corrected in the tab, not here. */
function dayOf(date: string | null | undefined): string | null {
  return date?.length === 10 ? date : null;
}

function identityOf(values: FormValues): Record<string, unknown> {
  return {
    funder: values.text('funder') ?? '',
    desk: values.text('desk'),
    purpose: values.text('purpose'),
    project: values.text('project'),
    state: values.text('state'),
    requested: values.cents('requested'),
    awarded: values.cents('awarded'),
    period_start: values.day('period_start'),
    period_end: values.day('period_end'),
    allocation: values.text('allocation'),
    deadline: values.day('deadline'),
  };
}

function negative(values: FormValues, names: readonly string[]): Readonly<Record<string, string>> | null {
  const wrong = names.filter((name) => (values.cents(name) ?? 0) < 0);
  return wrong.length === 0
    ? null
    : Object.fromEntries(wrong.map((name) => [name, 'Ce montant est négatif : tapez-le sans signe.']));
}

/** A new grant. */
export function addForm(data: GrantsView): Form {
  return {
    title: 'Ajouter un financement',
    fields: identity(data, { period_start: `${data.year}-01-01`, period_end: `${data.year}-12-31` }),
    action: (values) => {
      const errors = negative(values, ['requested', 'awarded']);
      return errors === null ? { command: 'add-grant', input: identityOf(values), title: null, yes: null } : { errors };
    },
  };
}

/** All that can be corrected of a grant; only what changes is sent. */
export function editForm(data: GrantsView, { id, grant }: GrantItem): Form {
  return {
    title: 'Modifier un financement',
    fields: [...identity(data, grant), ...details(grant)],
    action: (values) => {
      const errors = negative(values, ['requested', 'awarded', 'cap']);
      if (errors !== null) return { errors };
      const typed: Record<string, unknown> = {
        ...identityOf(values),
        rate: values.number('rate'),
        cap: values.cents('cap'),
        ...Object.fromEntries(
          ['decided_on', 'agreement_on', 'report_due', 'reported_on'].map((name) => [name, values.day(name)]),
        ),
        notes: values.text('notes'),
      };
      const changed = Object.entries(typed).filter(([name, value]) => value !== shownOf(grant, name));
      return { command: 'edit-grant', input: { id, ...Object.fromEntries(changed) }, title: null, yes: null };
    },
  };
}

/** What the form showed of a field: a date that is no full day was shown empty, and stays when left so. */
function shownOf(grant: Grant, name: string): unknown {
  const value = (grant as Readonly<Record<string, unknown>>)[name] ?? null;
  const isDate = name.endsWith('_on') || name.startsWith('period_') || name === 'deadline' || name === 'report_due';
  return isDate ? dayOf(value as string | null) : value;
}

/** A payment that is announced or received; with one that was announced, only its day is asked. */
export function instalmentForm({ id, name, grant, received }: GrantItem, open?: OpenInstalment): Form {
  const left = Math.max(0, (grant.awarded ?? grant.requested ?? 0) - received);
  return {
    title: open === undefined ? 'Noter un versement' : 'Versement reçu',
    intro: `${name} : il reste ${euros(left)} à recevoir.`,
    fields: [
      {
        kind: 'text',
        name: 'label',
        label: 'Versement',
        help: 'Acompte, solde…',
        most: 200,
        value: open?.label ?? null,
      },
      { kind: 'money', name: 'amount', label: 'Montant (€)', required: true, value: open?.amount ?? null },
      { kind: 'date', name: 'due_on', label: 'Attendu le', value: dayOf(open?.due) },
      { kind: 'date', name: 'received_on', label: 'Reçu le', required: open !== undefined },
    ],
    action: (values) => {
      const errors = negative(values, ['amount']);
      if (errors !== null) return { errors };
      if (values.day('due_on') === null && values.day('received_on') === null)
        return { errors: { due_on: 'Indiquez quand il est attendu, ou quand il a été reçu.' } };
      return {
        command: 'record-instalment',
        input: {
          grant: id,
          ...(open === undefined ? {} : { id: open.id }),
          label: values.text('label'),
          amount: values.cents('amount'),
          due_on: values.day('due_on'),
          received_on: values.day('received_on'),
        },
        title: null,
        yes: null,
      };
    },
  };
}

/** Which part goes to the budget of which year. */
export function allocateForm(data: GrantsView, { id, name, grant }: GrantItem): Form {
  return {
    title: 'Inscrire au budget',
    intro: `${name}. Sans montant, Régie prend la part de l’année, ou ce qui reste.`,
    fields: [
      { kind: 'number', name: 'year', label: 'Année', required: true, value: data.year },
      { kind: 'money', name: 'amount', label: 'Montant (€)' },
      programmeField(data, grant.project),
    ],
    action: (values) => {
      const errors = negative(values, ['amount']);
      const year = values.number('year') ?? data.year;
      if (errors !== null) return { errors };
      if (year < 1950 || year > 2100) return { errors: { year: 'Tapez une année, par exemple 2023.' } };
      const amount = values.cents('amount');
      return {
        command: 'allocate-grant',
        input: { grant: id, year, project: values.text('project'), ...(amount === null ? {} : { amount }) },
        title: null,
        yes: null,
      };
    },
  };
}

/** The financial report of a year. */
export function reportForm({ year }: GrantsView, { id, name }: GrantItem): Form {
  return {
    title: 'Compte rendu financier',
    intro: `${name}. L’onglet « Compte rendu financier » est construit pour ce financement ; il remplace celui qui y était.`,
    fields: [{ kind: 'number', name: 'year', label: 'Exercice', required: true, value: year }],
    action: (values) => ({
      command: 'build-grant-report',
      input: { grant: id, year: values.number('year') ?? year },
      title: null,
      yes: null,
    }),
  };
}
