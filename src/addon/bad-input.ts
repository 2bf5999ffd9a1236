/** What is wrong with an input that a command does not take, in words that people know: no name of a field of the code. */
import type * as z from 'zod';

/** Fields that panels show, as they show them. */
const NAMES: Readonly<Record<string, string>> = {
  amount: 'Somme',
  bank: 'Banque du chèque',
  body: 'Message',
  charges: 'Ce que ce paiement règle',
  date: 'Date',
  deposited_on: 'Remis en banque le',
  email: 'E-mail',
  fees: 'Cotisations',
  ids: 'Messages choisis',
  member: 'Adhérent',
  method: 'Moyen de paiement',
  month: 'Mois',
  notes: 'Remarques',
  reason: 'Raison',
  reference: 'Numéro du chèque ou référence',
  subject: 'Objet',
  text: 'Texte',
  to: 'Destinataire',
  year: 'Année',
};

/** One French sentence about the first thing that is wrong: « Somme » est trop grand. */
export function badInputSentence({ issues: [issue] }: z.ZodError, input: unknown): string {
  if (issue === undefined) return 'Une indication ne convient pas.';
  const name = issue.path.map((part) => NAMES[String(part)]).find((one) => one !== undefined);
  const what = name === undefined ? 'Une indication' : `«\u00A0${name}\u00A0»`;
  return `${what} ${faultOf(issue, valueAt(input, issue.path))}.`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

function faultOf(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string' ? 'a trop de caractères' : 'dépasse ce qui est possible';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'est vide'
        : 'est en dessous de ce qui est possible';
    case 'invalid_type':
      return value === undefined || value === null ? 'manque' : 'n’est pas de la bonne sorte';
    case 'invalid_format':
      return issue.format === 'email' ? 'n’est pas une adresse e-mail' : 'n’est pas écrit comme il faut';
    case 'invalid_value':
      return 'n’est pas un choix possible';
    default:
      return 'ne convient pas';
  }
}
