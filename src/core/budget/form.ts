/** The lines of the budget in Cerfa 12156, in its order (facts: domain C2), and the accounts that each takes in. */
import type { Side } from '../budget.ts';

/** One line of the form, under its class. */
export interface FormLine {
  /** As in the form where it has a number there, else a name of ours ("60x", "74etat"). */
  readonly code: string;
  readonly side: Side;
  /** The class that it details, 60 to 79, 86 or 87. */
  readonly under: string;
  readonly label: string;
  /** Prefixes of accounts; the longest that fits wins over all lines of the class. */
  readonly accounts: readonly string[];
}

const line = (side: Side, code: string, label: string, accounts: readonly string[] = [code]): FormLine => ({
  code,
  side,
  under: code.slice(0, 2),
  label,
  accounts,
});
const expense = (code: string, label: string, accounts?: readonly string[]) => line('expense', code, label, accounts);
const income = (code: string, label: string, accounts?: readonly string[]) => line('income', code, label, accounts);

/** Every line that details a class; classes without any here stand in the form by themselves. */
export const formLines: readonly FormLine[] = [
  expense('604', 'Prestations de services', ['604', '605']),
  expense('601', 'Achats matières et fournitures', ['601', '6061']),
  expense('60x', 'Autres fournitures', ['602', '603', '606', '607', '608', '609']),
  expense('613', 'Locations', ['612', '613', '614']),
  expense('615', 'Entretien et réparation'),
  expense('616', 'Assurance'),
  expense('618', 'Documentation'),
  expense('622', 'Rémunérations intermédiaires et honoraires'),
  expense('623', 'Publicité, publications'),
  expense('625', 'Déplacements, missions'),
  expense('62x', 'Services bancaires, autres', ['621', '624', '626', '627', '628', '629']),
  expense('631', 'Impôts et taxes sur rémunération', ['631', '632', '633']),
  expense('635', 'Autres impôts et taxes', ['635', '637']),
  expense('641', 'Rémunération des personnels', ['641', '642', '643', '644']),
  expense('645', 'Charges sociales'),
  expense('647', 'Autres charges de personnel', ['646', '647', '648', '649']),
  expense('860', 'Secours en nature'),
  expense('861', 'Mise à disposition gratuite de biens et services'),
  expense('862', 'Prestations'),
  expense('864', 'Personnel bénévole'),
  income('74etat', 'État : ministères, directions ou services déconcentrés', []),
  income('74region', 'Conseil régional', []),
  income('74dep', 'Conseil départemental', []),
  income('74epci', 'Communautés de communes ou d’agglomérations', []),
  income('74com', 'Communes', []),
  income('74orgasoc', 'Organismes sociaux (CAF, etc.)', []),
  income('74fe', 'Fonds européens (FSE, FEDER, etc.)', []),
  income('74agenceserv', 'Agence de services et de paiement (emplois aidés)', []),
  income('74x', 'Autres établissements publics', []),
  income('74aidespriv', 'Aides privées (fondations)', []),
  income('756', 'Cotisations'),
  income('758', 'Dons manuels, mécénat', ['754']),
  income('750', 'Autres produits de gestion courante', ['750', '751', '752', '753', '755', '757', '758', '759']),
  income('870', 'Bénévolat', []),
  income('871', 'Prestations en nature', []),
  income('875', 'Dons en nature', []),
];

/** The lines under a class, in the order of the form. */
export function formLinesUnder(side: Side, accountClass: string): readonly FormLine[] {
  return formLines.filter((one) => one.side === side && one.under === accountClass);
}

/** The choices of « Ligne du formulaire » in « Budget », by code. */
export const formLineChoices: Readonly<Record<string, string>> = Object.fromEntries(
  formLines.map(({ code, label }) => [code, `${/^\d+$/u.test(code) ? code : code.slice(0, 2)} ${label}`]),
);
