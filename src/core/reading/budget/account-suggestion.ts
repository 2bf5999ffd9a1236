/** The account that the words of a budget line suggest: to show, never to apply alone. */
import type { Side } from '../types.ts';
import { fold } from '../values/text.ts';

const EXPENSE: readonly (readonly [string, RegExp])[] = [
  ['604', /\bprestas?\b|\bprestations?\b|\bsous traitance\b|\breplays?\b|\bevenements?\b/u],
  ['6061', /\belec(?:tricite)?\b|\benergie\b|\beau\b|\bedf\b|\bgaz\b|\bchauffage\b|\bfluides\b/u],
  ['6063', /\bpetit (?:equipement|materiel|outillage)\b|\bproduits d entretien\b/u],
  ['6064', /\bfournitures (?:de bureau|administratives?)\b|\bpapeterie\b/u],
  ['606', /\bfournitures?(?! (?:de bureau|administratives?)\b)/u],
  ['6132', /\bloyers?\b|\blocations? immobilieres?\b/u],
  ['6135', /\blocations? (?:de )?(?:materiel|mobilieres?|copieur)\b|\bcopieur\b/u],
  ['614', /\bcharges? loc(?:atives?)?\b|\bcopropriete\b/u],
  [
    '615',
    /\bentretien\b(?<!produits d entretien)|\btravaux\b|\bmenage\b|\bmaintenance\b|\breparations?\b|\brenovation\b/u,
  ],
  ['616', /\bassurances?\b/u],
  ['618', /\bdoc(?:umentation)?\b|\babonnements?\b|\bcolloques?\b/u],
  [
    '6226',
    /\bhonoraires?\b|\bintervenante?s?\b|\bconsultante?s?\b|\b(?:expert )?comptable\b|\bexpertise\b|\bavocate?s?\b|\bformateurs?\b/u,
  ],
  ['623', /\bcom(?:munication)?\b|\bpub(?:licite)?\b|\bpublications?\b|\bimpressions?\b|\bsite (?:web|internet)\b/u],
  ['625', /\bdeplacements?\b|\bmissions?\b|\breceptions?\b|\btransports?\b/u],
  [
    '626',
    /\btelecoms?\b|\btelephone\b|\btel\b|\binternet\b(?<!site internet)|\bla poste\b|\baffranchissements?\b|\btimbres\b/u,
  ],
  ['627', /\bbanque\b|\bfrais bancaires\b|\bservices bancaires\b/u],
  ['6281', /\b(?:cotis|cotisations?|adhesions?)\b(?! sociales)/u],
  ['6311', /\btaxes? sur les salaires\b/u],
  ['6333', /\bformation (?:professionnelle|continue)\b/u],
  ['641', /\bsalaires?\b|\bremunerations?\b|\bappointements\b/u],
  ['645', /\burssaf\b|\bcharges (?:sociales|patronales)\b|\bcotisations sociales\b/u],
  ['647', /\bservices? civiques?\b|\bmedecine du travail\b|\btickets? restaurants?\b/u],
  ['651', /\bsacem\b|\blicences?\b|\blogiciels?\b|\bdroits d auteurs?\b/u],
  ['66', /\binterets\b|\bcharges financieres\b|\bagios\b/u],
  ['6811', /\bamort(?:issements?)?\b|\bdotations?\b/u],
];

const INCOME: readonly (readonly [string, RegExp])[] = [
  ['7063', /\bparrainages?\b|\bsponsors?(?:ing)?\b/u],
  ['708', /\blocations? (?:de |du )?(?:studio|salles?)\b/u],
  ['74', /\bsubv(?:entions?)?\b/u],
  ['754', /\bdons?\b|\bmecenat\b/u],
  ['756', /\bcotis(?:ations?)?\b|\badhesions?\b/u],
  ['768', /\blivret\b|\binterets\b|\bplacements?\b/u],
  ['781', /\breprises?\b/u],
];

/** The one account that the label's words suggest within its class, or `null` when none or several do. */
export function suggestedAccount(label: string, side: Side, accountClass: string | null): string | null {
  const folded = fold(label);
  const table = side === 'expense' ? EXPENSE : INCOME;
  const accounts = table.filter(([, words]) => words.test(folded)).map(([account]) => account);
  const [only] = accounts;
  if (only === undefined || accounts.length > 1) return null;
  return accountClass === null || only.startsWith(accountClass) || only.length < 3 ? only : null;
}
