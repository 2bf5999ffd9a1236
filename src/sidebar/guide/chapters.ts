/** The chapters of « Guide de la coordinatrice », in order. A new chapter is one line here and one file in src/guide. */
import calendar from '../../guide/agenda.md';
import members from '../../guide/adherents.md';
import verify from '../../guide/a-verifier.md';
import undo from '../../guide/annuler-et-journal.md';
import budget from '../../guide/budget-et-autofinancement.md';
import mails from '../../guide/messages.md';
import spaces from '../../guide/espaces.md';
import dues from '../../guide/cotisations.md';
import registrations from '../../guide/inscriptions.md';
import rooms from '../../guide/occupation-et-redevances.md';
import personal from '../../guide/donnees-personnelles.md';
import funders from '../../guide/financeurs.md';
import sessions from '../../guide/seances.md';
import tabs from '../../guide/onglets.md';
import start from '../../guide/premiers-pas.md';

/** A chapter by the name of its file, with its text in Markdown. */
export interface Chapter {
  readonly name: string;
  readonly text: string;
}

/** Every chapter. */
export const chapters: readonly Chapter[] = [
  { name: 'premiers-pas', text: start },
  { name: 'a-verifier', text: verify },
  { name: 'annuler-et-journal', text: undo },
  { name: 'adherents', text: members },
  { name: 'cotisations', text: dues },
  { name: 'budget-et-autofinancement', text: budget },
  { name: 'messages', text: mails },
  { name: 'espaces', text: spaces },
  { name: 'occupation-et-redevances', text: rooms },
  { name: 'seances', text: sessions },
  { name: 'agenda', text: calendar },
  { name: 'inscriptions', text: registrations },
  { name: 'financeurs', text: funders },
  { name: 'donnees-personnelles', text: personal },
  { name: 'onglets', text: tabs },
];
