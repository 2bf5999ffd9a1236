/** Free text with a meaning: what remarks propose, never applied alone. */
import type { Day } from '../day.ts';
import { fieldCells, textOf } from './cells.ts';
import type { Frame, PreciseDate, Proposal, ReadContext } from './types.ts';
import { firstDay, readDateText } from './values/date.ts';
import { clean, fold } from './values/text.ts';

/** What a remark proposes: something to do, or a date to note, with its meaning. */
export interface RemarkProposal {
  readonly suggestion: Proposal['suggestion'];
  readonly value?: PreciseDate;
  /** True when the remark says since when a space is free. */
  readonly isVacancy: boolean;
}

type Reference = Pick<ReadContext, 'year' | 'today'>;

const MONTH_NAMES =
  'janv(?:ier)?|f[ée]v(?:r(?:ier)?)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[uû]t|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?';
const DATE = new RegExp(
  `\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?|\\d{4}-\\d{2}-\\d{2}|(?:\\d{1,2}(?:er)?\\s+)?(?:${MONTH_NAMES})(?!\\p{L})\\.?(?:\\s+\\d{4})?|\\d{1,2}[/.-]\\d{4}|(?:19|20)\\d{2}`,
  'iu',
);

const VACANCY = /\b(?:libre|vacant|vacante|disponible|dispo|inoccupe)\b/u;
const MOVE =
  /\b(?:part|partent|partira|partiront|depart|quitte|quittent|quittera|sort|sortira|demenage|arrive|arrivent|arrivera|arrivee|emmenage|entre|entree|preavis)\b/u;
const APPOINTMENT = /\b(?:rdv|rendez vous|visite|entretien)\b/u;
const TASK = /\b(?:relancer|relancez|rappeler|rappelez|a relancer|a rappeler)\b|^relance$/u;
const LONGEST_GAP = 30;

/** The proposals of the tab's remarks, in the order of its rows. */
export function noteProposals(frame: Frame, reference: Reference): readonly Proposal[] {
  return frame.data.flatMap((row) =>
    fieldCells(frame, row, 'notes').flatMap(({ row: line, column, cell }): Proposal[] => {
      const text = clean(textOf(cell));
      const found = proposalIn(text, reference);
      if (found === null) return [];
      const { suggestion, value } = found;
      return [{ row: line, column, text, suggestion, ...(value === undefined ? {} : { value }) }];
    }),
  );
}

/** What the remark proposes, or `null`. */
export function proposalIn(text: string, reference: Reference): RemarkProposal | null {
  return vacancyIn(text, reference) ?? moveIn(text, reference) ?? taskIn(text, reference);
}

function vacancyIn(text: string, reference: Reference): RemarkProposal | null {
  const value = dateAfter(text, VACANCY, reference);
  if (value === null) return null;
  return {
    suggestion: 'date',
    value: /\bdepuis\b/iu.test(text) ? inThePast(value, text, reference) : value,
    isVacancy: true,
  };
}

function moveIn(text: string, reference: Reference): RemarkProposal | null {
  const value = dateAfter(text, MOVE, reference);
  return value === null ? null : { suggestion: 'date', value, isVacancy: false };
}

function taskIn(text: string, reference: Reference): RemarkProposal | null {
  const folded = fold(text);
  if (APPOINTMENT.test(folded)) {
    const value = dateAfter(text, APPOINTMENT, reference);
    return value === null ? null : { suggestion: 'task', value, isVacancy: false };
  }
  const leadsToAction = /(?:→|⇒|➔|->|=>)\s*\p{L}/u.test(text);
  return leadsToAction || TASK.test(folded) ? { suggestion: 'task', isVacancy: false } : null;
}

// The word and its date stand close together: « a quitté Paris ; contrat signé en 2019 » proposes nothing.
function dateAfter(text: string, word: RegExp, reference: Reference): PreciseDate | null {
  const plain = text.normalize('NFC').replace(/\s+/gu, ' ');
  const found = DATE.exec(plain);
  if (found === null) return null;
  const before = plain.slice(0, found.index);
  const said = new RegExp(`(?:${word.source})(.*)$`, 'u').exec(fold(before));
  if (said === null || (said.at(-1) ?? '').length > LONGEST_GAP) return null;
  const reading = readDateText(found[0], reference.year);
  return reading.state === 'date' ? reading.date : null;
}

function inThePast(date: PreciseDate, text: string, { today }: Reference): PreciseDate {
  const isYearTyped = /\d{4}/u.test(text);
  if (isYearTyped || firstDay(date) <= today) return date;
  return { ...date, value: `${yearBefore(date.value)}${date.value.slice(4)}` };
}

function yearBefore(day: Day): string {
  return String(Number(day.slice(0, 4)) - 1);
}
