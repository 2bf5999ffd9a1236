/** French words and numbers of the panels; whatever the server says is already in French. */
import { enumeration } from '../core/french.ts';
import type { TabChange } from '../core/preview.ts';
import type { Severity } from '../core/problem.ts';

const NO_BREAK = '\u00a0';

/** A whole number with its thousands apart: 1 234. */
export function number(value: number): string {
  return String(Math.trunc(value)).replace(/\B(?=(\d{3})+$)/gu, '\u202f');
}

/** « 1 ligne », « 12 lignes »; from 0 to 1 is singular in French. */
export function count(value: number, singular: string, plural = `${singular}s`): string {
  return `${number(value)}${NO_BREAK}${Math.abs(value) < 2 ? singular : plural}`;
}

/** « 59,5 % » for 0.595. */
export function percent(share: number): string {
  return `${String(Math.round(share * 1000) / 10).replace('.', ',')}${NO_BREAK}%`;
}

/** The text with the spaces that French keeps together: « a », b : c ; d ? e ! */
export function bound(text: string): string {
  return text.replace(/« /gu, `«${NO_BREAK}`).replace(/ (?=[»:;?!€%])/gu, NO_BREAK);
}

/** A text between French quotation marks. */
export function quoted(text: string): string {
  return `«${NO_BREAK}${text}${NO_BREAK}»`;
}

/** What becomes of a tab, in words. */
export function changeText({ existence, added, updated, removed }: TabChange): string {
  if (existence === 'created') return `nouvel onglet, ${count(added, 'ligne')}`;
  if (existence === 'deleted') return 'onglet retiré';
  const parts = [
    added > 0 ? `${count(added, 'ligne')} ${added < 2 ? 'ajoutée' : 'ajoutées'}` : '',
    updated > 0 ? `${count(updated, 'ligne')} ${updated < 2 ? 'modifiée' : 'modifiées'}` : '',
    removed > 0 ? `${count(removed, 'ligne')} ${removed < 2 ? 'retirée' : 'retirées'}` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'mise en forme seulement' : enumeration(parts);
}

/** The word for how much a problem matters. */
export const SEVERITIES: Readonly<Record<Severity, { readonly one: string; readonly many: string }>> = {
  error: { one: 'Erreur', many: 'Erreurs' },
  warning: { one: 'À regarder', many: 'À regarder' },
  info: { one: 'Pour information', many: 'Pour information' },
};
