/** Who funds: the funder and desk that a budget line names, and how far the grant is. */
import type { GrantStatus } from '../types.ts';
import { clean, fold } from '../values/text.ts';

/** A funder with the desk that decides, when the label names one. */
export interface FunderReading {
  readonly funder: string | null;
  readonly desk: string | null;
}

// Desks of the City of Paris: each has its own application and decision, all have one total.
const PARIS_DESKS = /\b(dae|dac|ddct|djs|dasco|dases|dsol|dtec)\b/u;

const KNOWN: readonly (readonly [string, RegExp])[] = [
  ['CNM', /\bcnm\b|\bcentre national de la musique\b/u],
  ['ASP', /\basp\b|\bagence de services et de paiement\b/u],
  [
    'Ministère de la Culture',
    /\bmin(?:istere)?s? (?:de la )?culture\b|\bministere culture\b|\bdgmic\b|\bdrac\b|\bdgca\b/u,
  ],
  ['SACEM', /\bsacem\b/u],
  ['ADAMI', /\badami\b/u],
  ['SPEDIDAM', /\bspedidam\b/u],
  ['SCPP', /\bscpp\b/u],
  ['SPPF', /\bsppf\b/u],
  ['SACD', /\bsacd\b/u],
  ['FONJEP', /\bfonjep\b/u],
  ['CAF', /\bcaf\b/u],
  ['Bpifrance', /\bbpi ?(?:france)?\b/u],
  ['ADEME', /\bademe\b/u],
  ['France Travail', /\bfrance travail\b|\bpole emploi\b/u],
  ['Région Île-de-France', /\bregion (?:idf|ile de france)\b|\bcr ?idf\b/u],
  ['FSE', /\bfse\b/u],
  ['FEDER', /\bfeder\b/u],
  ['Union européenne', /\bunion europeenne\b|\bcommission europeenne\b|\beurope creative\b/u],
];

const DESKS = /\b(DGMIC|DRAC|DGCA|DRIEETS|DREETS|DJEPVA)\b/u;
const PUBLIC_BODY =
  /^(?:ville|mairie|commune|region|departement|conseil|metropole|communaute|agglo\w*|fondation|fonds|ministere|min|etat|prefecture|fdva|ofb|institut)\b|\b(?:metropole|agglo|agglomeration|communaute (?:de communes|d agglomeration|urbaine)|departement|departemental|region)\b/u;

const STATUS_TAIL =
  /\s+(?:demand[ée]|sollicit[ée]|ok(?!\p{L})|accord[ée]|obtenu|acquis|notifi[ée]|vot[ée]|confirm[ée]|d[ée]pos[ée]|en cours|en attente|à confirmer).*$/iu;

/** The funder and desk of a label; unknown bodies keep the name typed, other labels give none. */
export function funderIn(label: string): FunderReading {
  const folded = fold(label);
  const paris = PARIS_DESKS.exec(folded)?.[1];
  const otherCity = /\bville de (?!paris\b)|\bmairie de (?!paris\b)/u.test(folded);
  const isParis = /\b(?:ville de paris|mairie de paris|vdp|paris)\b/u.test(folded) && !otherCity;
  if (isParis || (paris !== undefined && !otherCity))
    return { funder: 'Ville de Paris', desk: paris?.toUpperCase() ?? null };
  const known = KNOWN.find(([, names]) => names.test(folded))?.[0];
  if (known !== undefined) return { funder: known, desk: DESKS.exec(label.toUpperCase())?.[1] ?? null };
  return { funder: PUBLIC_BODY.test(folded) ? bodyName(label) : null, desk: null };
}

/** « demandé » and its like mean requested, « ok » and its like awarded; else it is not known. */
export function grantStatusIn(...texts: readonly string[]): GrantStatus | null {
  const folded = fold(texts.join(' '));
  if (/\b(?:refus\w*|rejet\w*)\b/u.test(folded)) return null;
  if (
    /\b(?:demande|demandee|demandes|sollicite|sollicitee|en cours|en attente|a confirmer|depose|deposee|espere|esperee)\b/u.test(
      folded,
    )
  )
    return 'requested';
  const isAwarded =
    /\b(?:ok|obtenu|obtenue|accorde|accordee|attribue|attribuee|acquis|acquise|notifie|notifiee|vote|votee|confirme|confirmee|recu|recue|signe|signee|valide|validee)\b/u;
  return isAwarded.test(folded) ? 'awarded' : null;
}

// What follows the name (« 2023 », « (demandé) », « : fonctionnement ») is no part of it.
function bodyName(label: string): string {
  const named = label.replace(/^[\s–—•·*>-]+/u, '').replace(STATUS_TAIL, '');
  return clean(named.replace(/\(.*$|\s[-–:].*$|:.*$|\b(?:19|20)\d{2}\b.*$|\d+\s*%.*$/u, ''));
}
