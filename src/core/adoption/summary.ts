/** What adoption does, in the few French sentences that she reads before « oui ». */
import { enumeration, euros, french } from '../french.ts';
import type { MemberRecord, Reading } from '../reading/types.ts';
import { checkTable } from '../tables/check.ts';
import type { AdoptDetails } from './details.ts';
import { counted, plural } from './labels.ts';

/** The sentences of a first adoption. */
export function firstSummary(reading: Reading, details: AdoptDetails): string[] {
  const { mapped, kept, structure, total } = details.accounting;
  const points = details.checks.error + details.checks.warning + details.checks.info;
  const read = whatIsRead(reading, details);
  return [
    read.length > 0 ? `${enumeration(read)}.` : 'Aucune fiche n’a été lue dans vos onglets.',
    ...budgetSentence(reading),
    points > 0
      ? french`${plural(points, 'point')} à vérifier, dans « ${checkTable.tab} »${gravity(details)}.`
      : 'Aucun point à vérifier.',
    french`${plural(total, 'cellule lue', 'cellules lues')} : ${plural(mapped, 'reprise', 'reprises')} dans les fiches, ${plural(kept, 'gardée', 'gardées')} dans vos colonnes ou en note, ${String(structure)} de titres, sections et totaux.`,
    ...leftAlone(details),
    'Vos onglets d’origine ne changent pas.',
  ];
}

/** The sentences of a further adoption that found something new. */
export function refreshSummary(details: AdoptDetails, newChecks: number, settled: number): string[] {
  const { added, updated, conflicts, gone } = details.refresh ?? { added: 0, updated: 0, conflicts: 0, gone: 0 };
  const parts = [
    added > 0 ? plural(added, 'fiche nouvelle', 'fiches nouvelles') : null,
    updated > 0 ? plural(updated, 'fiche mise à jour', 'fiches mises à jour') : null,
    conflicts > 0
      ? french`${plural(conflicts, 'valeur changée', 'valeurs changées')} des deux côtés : la vôtre est gardée, l’autre est dans « ${checkTable.tab} »`
      : null,
    gone > 0
      ? `${plural(gone, 'ligne d’origine disparue', 'lignes d’origine disparues')}, dont la fiche est gardée`
      : null,
    newChecks > 0 ? plural(newChecks, 'nouveau point à vérifier', 'nouveaux points à vérifier') : null,
    settled > 0 ? `${plural(settled, 'point réglé', 'points réglés')} dans vos onglets` : null,
  ].filter((part) => part !== null);
  return [
    'Ce classeur est déjà adopté.',
    parts.length > 0
      ? french`Depuis : ${enumeration(parts)}.`
      : 'Les numéros de ligne et les réglages sont remis à jour.',
    'Ce que vous avez modifié dans les onglets de Régie est gardé ; vos onglets d’origine ne changent pas.',
  ];
}

/** What is said when nothing changed. */
export const NOTHING_NEW = [
  'Rien à changer : ce classeur est déjà adopté, et vos onglets d’origine n’apportent rien de nouveau.',
];

function whatIsRead(reading: Reading, details: AdoptDetails): string[] {
  return details.counts.map(({ tab, noun, count }) => {
    const text = `${String(count)}\u00A0${noun}`;
    return tab === 'Adhérents' ? membersText(reading, count) : text;
  });
}

function membersText(reading: Reading, rows: number): string {
  const members = reading.tabs.flatMap((tab) =>
    tab.kind === 'members' ? (tab.records as readonly MemberRecord[]) : [],
  );
  const organisations = new Set(members.map(({ organisation_id: id }) => id)).size;
  if (organisations === rows) return counted('member', rows);
  return `${counted('member', organisations)} (${plural(rows, 'ligne')}, ${plural(rows - organisations, 'doublon probable', 'doublons probables')})`;
}

function budgetSentence(reading: Reading): string[] {
  return reading.tabs.flatMap((tab) => {
    if (tab.kind !== 'budget') return [];
    const { expense_cents: expense, income_cents: income } = tab.totals;
    if (typeof expense !== 'number' || typeof income !== 'number') return [];
    const verdict = expense === income ? 'équilibré' : `écart de ${euros(Math.abs(expense - income))}`;
    return [french`Budget « ${tab.name} » : charges ${euros(expense)}, produits ${euros(income)}, ${verdict}.`];
  });
}

function gravity({ checks }: AdoptDetails): string {
  const parts = [
    checks.error > 0 ? plural(checks.error, 'erreur') : null,
    checks.warning > 0 ? `${String(checks.warning)} à regarder` : null,
    checks.info > 0 ? `${String(checks.info)} pour information` : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

function leftAlone({ tabs }: AdoptDetails): string[] {
  const titles = tabs.filter((tab) => tab.leftAlone).map(({ title }) => `« ${title} »`);
  if (titles.length === 0) return [];
  return [
    titles.length === 1 ? `${titles.join('')} est laissé tel quel.` : `${enumeration(titles)} sont laissés tels quels.`,
  ];
}
