/** One French sentence for every problem: where it is, what is wrong, and the cure. */
import { enumeration, euros, french, frenchDate, frenchDuration, frenchNumber, quoted } from '../french.ts';
import { PROBLEM_KINDS } from './problem-kinds.ts';
import type { ProblemKind } from './problem-kinds.ts';
import type { BareProblem } from './types.ts';

type Sentence = (problem: BareProblem) => string;
type Sentences = Readonly<Partial<Record<ProblemKind, Sentence>>>;

const AFFILIATIONS: Readonly<Record<string, string>> = {
  hosted: 'membre hébergé',
  coworking: 'coworkeur·se',
  shop_based: 'membre en boutique',
  non_resident: 'bénéficiaire',
};

const SPACES: Readonly<Record<string, string>> = {
  office: 'un bureau',
  studio: 'un studio',
  desk: 'un poste de coworking',
  shop_unit: 'une boutique',
  premises: 'un local',
};

const SIDES: Readonly<Record<string, string>> = { debit: 'débit', credit: 'crédit' };

const EVIDENCE: Readonly<Record<string, string>> = {
  name: 'même nom',
  email: 'même e-mail',
  phone: 'même téléphone',
  date: 'même date',
  label: 'même libellé',
  amount: 'même montant',
};

const PEOPLE = {
  affiliation_conflict: (p) =>
    french`la cellule ${quoted(p.raw)} contredit la section (${word(AFFILIATIONS, p['section_affiliation'])}) ; « ${word(AFFILIATIONS, p['kept'])} » est retenu, corrigez la ligne ou déplacez-la.`,
  affiliation_unknown: (p) =>
    french`${quoted(p.raw)} ne dit pas quelle est l'affiliation ; celle de la section est retenue s'il y en a une, corrigez la cellule.`,
  organisation_missing: () =>
    french`cette ligne d'adhérent n'a pas de nom de structure ; ajoutez le nom ou supprimez la ligne.`,
  duplicate_row: (p) =>
    french`${quoted(p.raw)} semble être un doublon de la ligne ${count(p['of_row'])}${evidence(p)} ; comparez les deux lignes, puis acceptez ou refusez la fusion.`,
  invalid_email: (p) => french`${quoted(p.raw)} n'est pas une adresse e-mail ; corrigez l'adresse ou videz la cellule.`,
  invalid_phone: (p) => french`${quoted(p.raw)} n'est pas un numéro de téléphone ; corrigez le numéro.`,
  phone_incomplete: (p) => french`le numéro ${quoted(p.raw)} est incomplet ; retrouvez les chiffres qui manquent.`,
  phone_lost_zero: (p) =>
    french`le numéro ${quoted(p.raw)} a perdu son zéro ; « ${lostZero(p.raw)} » est proposé, confirmez-le.`,
  people_to_confirm: (p) => french`${quoted(p.raw)} semble nommer plusieurs personnes ; confirmez qui est qui.`,
  person_without_name: (p) =>
    french`${quoted(p.raw)} compte une personne sans nom ; ajoutez son nom si vous le connaissez.`,
  organisation_not_found: (p) =>
    typeof p['proposal'] === 'string'
      ? french`${quoted(p.raw)} ne correspond à aucun adhérent ; s'agit-il de ${quoted(p['proposal'])} ? Confirmez ou choisissez la structure.`
      : french`${quoted(p.raw)} ne correspond à aucun adhérent ; choisissez la structure ou ajoutez-la aux adhérents.`,
  non_member: (p) =>
    french`${quoted(p.raw)} n'est pas une structure adhérente${network(p)} ; la personne est comptée à part, vérifiez si elle a adhéré.`,
  withdrawal: (p) =>
    french`${quoted(p.raw)} signale un désistement ; la personne n'est pas comptée parmi les inscrits.`,
  unreadable_yes_no: (p) => french`${quoted(p.raw)} n'est ni oui, ni non, ni un montant ; indiquez si c'est payé.`,
} satisfies Sentences;

const VALUES = {
  approximate_number: (p) =>
    french`${quoted(p.raw)} est une estimation${read(p)} ; remplacez-la par la valeur exacte quand vous l'aurez.`,
  number_in_words: (p) => french`${quoted(p.raw)} est écrit en lettres${read(p)} ; vérifiez la valeur.`,
  derived_from_above: (p) =>
    french`${quoted(p.raw)} reprend la valeur de la ligne au-dessus ; vérifiez qu'elle vaut aussi ici.`,
  dot_thousands: (p) =>
    french`dans ${quoted(p.raw)}, le point sépare les milliers${amountRead(p)} ; vérifiez ce montant et ceux du même onglet écrits ainsi.`,
  error_cell: (p) => french`la cellule affiche l'erreur ${quoted(p.raw)} ; corrigez la formule ou videz la cellule.`,
  explicit_unknown: (p) =>
    french`la cellule indique ${quoted(p.raw)} : la valeur n'est pas connue ; complétez-la dès que possible.`,
  implausible_date: (p) => french`la date ${quoted(p.raw)} est trop lointaine pour être juste ; vérifiez l'année.`,
  ambiguous_amount: (p) =>
    french`${quoted(p.raw)} peut se lire de deux façons ; la virgule a été prise pour un séparateur de milliers, confirmez le montant.`,
  bare_serial: (p) =>
    french`le nombre ${quoted(p.raw)} a été lu comme une date ; donnez à la cellule un format de date ou corrigez-la.`,
  invalid_date: (p) => french`${quoted(p.raw)} n'est pas une date ; écrivez-la sous la forme JJ/MM/AAAA.`,
  money_with_text: (p) =>
    french`${quoted(p.raw)} ajoute des mots au montant${amountRead(p)} ; précisez ce qu'ils changent.`,
  negative_amount: (p) =>
    french`le montant ${quoted(p.raw)} est négatif ; vérifiez s'il s'agit d'une annulation ou d'une erreur de colonne.`,
  note_to_check: (p) => french`la note ${quoted(p.raw)} demande une vérification ; faites-la, puis effacez la note.`,
  place_alias: (p) =>
    french`${quoted(p.raw)} s'écrit d'ordinaire ${quoted(p['canonical'])} ; le texte d'origine est gardé, corrigez-le si c'est une faute.`,
  total_mismatch: (p) => totalMismatch(p),
} satisfies Sentences;

const PLACES = {
  affiliation_space_mismatch: (p) =>
    french`${quoted(p.raw)} occupe ${word(SPACES, p['space_kind'])} mais figure parmi les adhérents comme « ${word(AFFILIATIONS, p['affiliation'])} » ; vérifiez son statut.`,
  end_of_stay: (p) =>
    french`l'occupation atteint bientôt la durée maximale de 36 mois (${date(p['max_end'])}) ; préparez le départ ou une décision du CA.`,
  over_36_months: (p) =>
    french`l'occupation dépasse la durée maximale de 36 mois (${date(p['max_end'])}) ; organisez le départ ou faites décider une prolongation.`,
  planned_end_after_max: (p) =>
    french`la sortie prévue ${quoted(p.raw)} est postérieure à la durée maximale de 36 mois (${date(p['max_end'])}) ; avancez-la ou faites décider une prolongation.`,
  range_expanded: (p) =>
    french`${quoted(p.raw)} désigne plusieurs espaces (${enumeration(texts(p['into']))}) ; vérifiez la liste, une fiche est créée pour chacun.`,
  shared_space: (p) =>
    french`l'espace est partagé entre plusieurs occupants (${quoted(p.raw)}) ; des parts égales sont proposées, confirmez-les.`,
  space_conflict: (p) =>
    french`${quoted(p.raw)} ne correspond pas à l'espace ${quoted(otherSpace(p))} donné par l'onglet ${otherPlace(p)} ; corrigez l'un des deux.`,
} satisfies Sentences;

const ACTIVITIES = {
  category_missing: () =>
    french`l'écriture n'a pas de catégorie ; choisissez-en une pour qu'elle compte dans le suivi du budget.`,
  category_unknown: (p) =>
    french`la catégorie ${quoted(p.raw)} ne correspond à aucun compte du budget ; choisissez le compte.`,
  combined_accounts: (p) =>
    french`${quoted(p.raw)} réunit plusieurs comptes en un seul montant${amountRead(p)} ; la ligne est gardée entière, détaillez-la par compte.`,
  duration_mismatch: (p) =>
    french`la durée ${quoted(p.raw)} ne correspond pas aux horaires${duration(p['hours_min'])} ; les horaires sont retenus, corrigez l'un des deux.`,
  session_cancelled: (p) =>
    french`la séance ${quoted(p.raw)} est notée annulée ; elle ne compte pas parmi les séances tenues, vérifiez qu'aucune autre date n'est prévue.`,
  session_moved: (p) =>
    french`la séance est déplacée du ${date(p['from'])} au ${date(p['to'])} ; vérifiez que les inscrits ont été prévenus.`,
  side_mismatch: (p) =>
    french`la catégorie ${quoted(p['category'])} est attendue au ${word(SIDES, p['expected_side'])}, or le montant ${quoted(p.raw)} est dans l'autre colonne ; déplacez-le ou changez la catégorie.`,
  stray_amount: (p) =>
    french`${quoted(p.raw)} est écrit à côté du tableau${amountRead(p)} ; donnez-lui sa propre ligne.`,
} satisfies Sentences;

const SENTENCES: Readonly<Record<ProblemKind, Sentence>> = { ...PEOPLE, ...VALUES, ...PLACES, ...ACTIVITIES };

/** The problem as one French sentence naming the tab and the row, what is wrong and what to do; never throws. */
export function describe(problem: BareProblem): string {
  const sentence = isKind(problem.kind)
    ? SENTENCES[problem.kind](problem)
    : french`${quoted(problem.raw)} est à vérifier.`;
  return placeOf(problem) + sentence;
}

function isKind(kind: string): kind is ProblemKind {
  return Object.hasOwn(PROBLEM_KINDS, kind);
}

function placeOf({ tab, row, column }: BareProblem): string {
  const line = row === null ? '' : `, ligne ${String(row)}`;
  const where = column === null ? '' : `, colonne ${column}`;
  return french`Onglet ${quoted(tab)}${line}${where} : `;
}

function totalMismatch(p: BareProblem): string {
  const inMoney = typeof p['declared_cents'] === 'number' && typeof p['computed_cents'] === 'number';
  const declared = inMoney ? amount(p['declared_cents']) : count(p['declared']);
  const computed = inMoney ? amount(p['computed_cents']) : count(p['computed']);
  const cure =
    typeof p.raw === 'string' && p.raw.startsWith('=')
      ? french`vérifiez la formule et les valeurs saisies en texte`
      : french`corrigez-le ou vérifiez les lignes qu'il additionne`;
  return french`le total indiqué (${declared}) diffère du total calculé (${computed}) ; ${cure}.`;
}

function word(table: Readonly<Record<string, string>>, key: unknown): string {
  return typeof key === 'string' && Object.hasOwn(table, key) ? (table[key] ?? key) : 'sans statut';
}

function evidence(p: BareProblem): string {
  const found = texts(p['evidence']).map((key) => EVIDENCE[key] ?? key);
  return found.length === 0 ? '' : ` (${enumeration(found)})`;
}

function network(p: BareProblem): string {
  return typeof p['network'] === 'string' ? ` (réseau ${p['network']})` : '';
}

function read(p: BareProblem): string {
  return typeof p['value'] === 'number' ? french` (valeur lue : ${frenchNumber(p['value'])})` : '';
}

function amountRead(p: BareProblem): string {
  return typeof p['amount_cents'] === 'number' ? french` (montant lu : ${euros(p['amount_cents'])})` : '';
}

function amount(value: unknown): string {
  return typeof value === 'number' ? euros(value) : '…';
}

function count(value: unknown): string {
  return typeof value === 'number' ? frenchNumber(value) : '…';
}

function date(value: unknown): string {
  return typeof value === 'string' ? frenchDate(value) : '…';
}

function duration(value: unknown): string {
  return typeof value === 'number' ? ` (${frenchDuration(value)})` : '';
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function lostZero(raw: unknown): string {
  const digits = String(raw).replace(/\D/gu, '');
  return `0${digits}`;
}

function otherSpace(p: BareProblem): string {
  const other = asRecord(p['other']);
  return typeof other['space'] === 'string' ? other['space'] : '…';
}

function otherPlace(p: BareProblem): string {
  const other = asRecord(p['other']);
  const line = typeof other['row'] === 'number' ? `, ligne ${String(other['row'])}` : '';
  return quoted(typeof other['tab'] === 'string' ? other['tab'] : '…') + line;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}
