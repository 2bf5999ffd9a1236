/** Where a budget line goes in the form: by what she chose, its funder, its accounts (longest prefix), or its label. */
import { french } from '../french.ts';
import { fold } from '../reading/values/text.ts';
import type { BudgetLine } from '../tables/budget-line.ts';
import { formLines, formLinesUnder } from './form.ts';
import type { FormLine } from './form.ts';

/** The chart of accounts in use: 870 and 875 mean the opposite from one to the other (facts: domain C4). */
export type Chart = '2018-06' | '2025' | '99-01';

/** A line of the form, the class by itself, or nowhere, with the reason in French. */
export type FormPlace =
  | { readonly kind: 'line'; readonly code: string }
  | { readonly kind: 'class' }
  | { readonly kind: 'unsorted'; readonly why: string };

/** Where the line goes. A line known by its class only stays with its class; an account without a line is never guessed. */
export function formPlaceOf(budgetLine: BudgetLine, chart: Chart): FormPlace {
  const { side, account_class: under, form_line: chosen } = budgetLine;
  if (chosen !== null && formLines.some(({ code, side: own }) => code === chosen && own === side))
    return { kind: 'line', code: chosen };
  if (side === null || under === null) return { kind: 'class' };
  const lines = formLinesUnder(side, under);
  if (lines.length === 0) return { kind: 'class' };
  if (under === '74') return ofFunder(budgetLine);
  if (under === '86' || under === '87') return ofContribution(budgetLine, lines, chart);
  return ofAccounts(budgetLine, lines);
}

/** The account to go by: those written, else the one that the label suggests; a class alone says nothing more. */
function accountsOf({ accounts, suggested_account: suggested }: BudgetLine): readonly string[] {
  const written = accounts.filter((account) => account.length > 2);
  if (written.length > 0) return written;
  return suggested === null ? [] : [suggested];
}

function ofAccounts(budgetLine: BudgetLine, lines: readonly FormLine[]): FormPlace {
  const accounts = accountsOf(budgetLine);
  if (accounts.length === 0) return { kind: 'class' };
  const found = new Set(accounts.map((account) => byPrefix(account, budgetLine, lines)));
  const [code] = found;
  const list = accounts.join(', ');
  if (found.size > 1)
    return { kind: 'unsorted', why: french`ses comptes (${list}) vont sur plusieurs lignes du formulaire` };
  if (code === undefined || code === null)
    return { kind: 'unsorted', why: french`le compte ${list} n’a pas de ligne dans le formulaire` };
  return { kind: 'line', code };
}

function byPrefix(account: string, { label }: BudgetLine, lines: readonly FormLine[]): string | null {
  // The form calls « 758 » what the charts hold in 754; in the charts 758 is « divers ».
  if (account.startsWith('758') && /\b(?:don|dons|mecenat|mecene)\b/u.test(fold(label ?? ''))) return '758';
  const fitting = lines.flatMap(({ code, accounts }) =>
    accounts.filter((prefix) => account.startsWith(prefix)).map((prefix) => ({ code, length: prefix.length })),
  );
  return fitting.sort((a, b) => b.length - a.length)[0]?.code ?? null;
}

/** Funder → line, by the words of its name (facts: domain C2); Paris counts as a commune. */
const funderWords: readonly (readonly [string, RegExp])[] = [
  ['74fe', /\b(?:fse|feder|europe|europeens?|europeennes?|erasmus)\b/u],
  ['74agenceserv', /\basp\b|agence de services/u],
  ['74orgasoc', /\b(?:caf|urssaf|cpam|msa)\b/u],
  ['74epci', /\b(?:metropole|agglomeration|communaute de communes|epci)\b/u],
  ['74region', /\b(?:region|conseil regional)\b/u],
  ['74dep', /\b(?:departement|conseil departemental|conseil general)\b/u],
  ['74com', /\b(?:ville|mairie|commune|dae|dac|vdp)\b/u],
  ['74x', /\b(?:cnm|centre national|cnc|adem|ademe|pole emploi|france travail|etablissement public)\b/u],
  ['74etat', /\b(?:etat|ministere|min|dgmic|drac|prefecture|drieets|direccte|culture)\b/u],
  ['74aidespriv', /\b(?:fondation|sacem|adami|spedidam|scpp|sppf|mecenat|prive|privee)\b/u],
];

function ofFunder({ funder, desk, label }: BudgetLine): FormPlace {
  const byName = [funder, desk, label].map((text) => fold(text ?? ''));
  for (const text of byName) {
    const found = text === '' ? undefined : funderWords.find(([, words]) => words.test(text));
    if (found) return { kind: 'line', code: found[0] };
  }
  return {
    kind: 'unsorted',
    why: french`le financeur${funder === null ? '' : ` « ${funder} »`} n’est pas reconnu : État, région, commune, établissement public… ?`,
  };
}

const contributionWords: Readonly<Record<string, readonly (readonly [string, RegExp])[]>> = {
  '86': [
    ['864', /\bbenevol/u],
    ['862', /\bprestation/u],
    ['861', /mise a disposition|\b(?:local|locaux|materiel|pret)\b/u],
    ['860', /\bsecours\b/u],
  ],
  '87': [
    ['870', /\bbenevol/u],
    ['871', /\bprestation/u],
    ['875', /\bdons?\b/u],
  ],
};
const incomeAccounts: Readonly<Record<Chart, Readonly<Record<string, string>>>> = {
  '2018-06': { '870': '875', '871': '871', '875': '870' },
  '2025': { '870': '875', '871': '871', '875': '870' },
  '99-01': { '870': '870', '871': '871', '875': '875' },
};

/** The label tells before the number: 870 and 875 were exchanged in 2018. */
function ofContribution(budgetLine: BudgetLine, lines: readonly FormLine[], chart: Chart): FormPlace {
  const text = fold(budgetLine.label ?? '');
  const byLabel = contributionWords[budgetLine.account_class ?? '']?.find(([, words]) => words.test(text));
  if (byLabel) return { kind: 'line', code: byLabel[0] };
  if (budgetLine.side === 'expense') return ofAccounts(budgetLine, lines);
  const account = accountsOf(budgetLine)[0]?.slice(0, 3) ?? '';
  const code = incomeAccounts[chart][account];
  if (code !== undefined) return { kind: 'line', code };
  return account === ''
    ? { kind: 'class' }
    : { kind: 'unsorted', why: french`le compte ${account} n’a pas de ligne dans le formulaire` };
}
