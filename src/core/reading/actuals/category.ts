/** The budget account of a ledger's category: an account number, or a word that stands for one. */
import { fold, words } from '../values/text.ts';

/** The usual categories, by their folded text: the mapping that every reading shows. */
const USUAL: Readonly<Record<string, string>> = {
  loyer: '6132',
  loyers: '6132',
  'charges loc': '614',
  menage: '615',
  entretien: '615',
  elec: '6061',
  electricite: '6061',
  edf: '6061',
  fournitures: '6063',
  telecom: '626',
  'tel internet': '626',
  banque: '627',
  'frais bancaires': '627',
  salaire: '6411',
  urssaf: '645',
  'charges sociales': '645',
  compta: '6226',
  'expert comptable': '6226',
  intervenant: '6226',
  intervenante: '6226',
  honoraires: '6226',
  'service civique': '647',
  assurance: '616',
  com: '623',
  communication: '623',
  deplacement: '625',
  mission: '625',
  reception: '625',
  logiciels: '65',
  sacem: '65',
  replay: '604',
  evenement: '604',
  redevance: '706',
  redev: '706',
  'mise a dispo': '706',
  coworking: '706',
  cotis: '756',
  cotisation: '756',
  adhesion: '756',
  subvention: '74',
  subv: '74',
  don: '7541',
  'location studio': '708',
  'location salle': '708',
  parrainage: '7063',
};

/** Further words, shown only where a ledger uses them. */
const OTHERS: Readonly<Record<string, string>> = {
  'loyer et charge': '6132',
  'charge locative': '614',
  nettoyage: '615',
  travaux: '615',
  reparation: '615',
  energie: '6061',
  eau: '6061',
  gaz: '6061',
  chauffage: '6061',
  papeterie: '6063',
  'fourniture de bureau': '6063',
  'petit equipement': '6063',
  telephone: '626',
  tel: '626',
  internet: '626',
  poste: '626',
  affranchissement: '626',
  'frais postaux': '626',
  timbre: '626',
  'frai de banque': '627',
  remuneration: '6411',
  'salaire net': '6411',
  comptable: '6226',
  comptabilite: '6226',
  avocat: '6226',
  juriste: '6226',
  consultant: '6226',
  formateur: '6226',
  prestataire: '6226',
  documentation: '618',
  publicite: '623',
  impression: '623',
  'site internet': '623',
  'site web': '623',
  transport: '625',
  train: '625',
  repas: '625',
  restaurant: '625',
  traiteur: '625',
  hotel: '625',
  abonnement: '65',
  licence: '65',
  amortissement: '6811',
  hebergement: '706',
  'mise a disposition': '706',
  domiciliation: '706',
  mecenat: '7542',
  'interet du livret': '768',
  interet: '768',
  livret: '768',
  sponsor: '7063',
  sponsoring: '7063',
};

const BY_STEM: ReadonlyMap<string, string> = new Map(
  [...Object.entries(OTHERS), ...Object.entries(USUAL)].map(([text, account]) => [stem(text), account]),
);

// « Frais de déplacement », « Achat de fournitures ».
const GENERIC = /^(?:frais|achats?|depenses?|paiements?|reglements?|factures?|notes?) (?:de |d |du |des |en )?/u;

/** The side of a ledger where an account is expected. */
export type LedgerSide = 'debit' | 'credit';

/** The account of a category, or `null`: its number (« 706 redevances »), else the word that stands for one. */
export function accountOf(category: string): string | null {
  const folded = fold(category);
  const number = /^([67]\d{1,4})(?:\s|$)/u.exec(folded)?.[1];
  return number ?? BY_STEM.get(stem(category)) ?? BY_STEM.get(stem(folded.replace(GENERIC, ''))) ?? null;
}

/** Where an account of classes 6 and 7 is expected. */
export function sideOf(account: string): LedgerSide {
  return account.startsWith('7') ? 'credit' : 'debit';
}

/** The mapping used for these categories: the usual one, with what else they needed. */
export function categoryMap(categories: readonly string[]): Readonly<Record<string, string>> {
  const used = categories.flatMap((category): [string, string][] => {
    const account = accountOf(category);
    return account === null ? [] : [[fold(category), account]];
  });
  return { ...USUAL, ...Object.fromEntries(used) };
}

function stem(text: string): string {
  return words(text)
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/u, '') : word))
    .join(' ');
}
