/** Bringing the calendar up to date: until nothing is left, with what happened in a sentence. */
import type { CalendarReport } from '../../core/calendar/asks.ts';
import type { ApplyAnswer } from '../../core/shell.ts';
import { announce, fill, h } from '../dom.ts';
import { count } from '../french.ts';
import { failureText } from '../server.ts';
import type { Server } from '../server.ts';
import { notice } from './preview.ts';
import { progress } from './progress.ts';

const TURNS = 20;
const AGENDA = 'Régie · agenda';
const TOUCHED = /^(?:Séances|Inscriptions|Régie · agenda)/u;

/** After an action that sessions or their people come out of: the calendar follows at once; null when there is none. */
export function calendarFollows(server: Server, { shown }: ApplyAnswer): HTMLElement | null {
  const isThere = shown.known?.some((tab) => tab.startsWith(AGENDA)) === true;
  if (!isThere || !shown.preview.changes.some(({ tab }) => TOUCHED.test(tab))) return null;
  const place = h('div', { class: 'sending' });
  void keepCalendar(server, place);
  return place;
}

/** Exchanges with the calendar until it is up to date or something stops it; the place says how far it is. */
export async function keepCalendar(server: Server, place: HTMLElement): Promise<void> {
  fill(place, progress('Mise à jour de l’agenda…'));
  const done = { added: 0, changed: 0, cancelled: 0, answers: 0, created: false };
  try {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const report = await server.keepCalendar();
      done.created ||= report.created;
      for (const key of ['added', 'changed', 'cancelled', 'answers'] as const) done[key] += report[key];
      const isMore =
        report.again || (report.stopped === 'time' && report.added + report.changed + report.cancelled > 0);
      if (!isMore) return finish(place, done, report);
      fill(place, progress(`Mise à jour de l’agenda… ${said(done)}`));
    }
  } catch (error) {
    fill(place, notice('error', failureText(error), 'error'));
  }
}

interface Done {
  readonly added: number;
  readonly changed: number;
  readonly cancelled: number;
  readonly answers: number;
  readonly created: boolean;
}

function finish(place: HTMLElement, done: Done, { stopped, exists, toSettle }: CalendarReport): void {
  if (!exists && stopped === null) return fill(place);
  const text = said(done);
  const sentence = text === '' ? 'L’agenda est à jour.' : `Agenda : ${text}.`;
  announce(sentence);
  fill(
    place,
    stopped === null || text !== '' ? notice('calendar', sentence, 'success') : null,
    stopped === null ? null : notice('alert', WHY[stopped], 'warning'),
    toSettle === 0
      ? null
      : notice(
          'alert',
          `${count(toSettle, 'changement fait', 'changements faits')} dans l’agenda : voyez « Agenda ».`,
          'warning',
        ),
  );
}

function said({ added, changed, cancelled, answers, created }: Done): string {
  return [
    created ? 'agenda créé' : '',
    added > 0 ? count(added, 'séance inscrite', 'séances inscrites') : '',
    changed > 0 ? count(changed, 'séance modifiée', 'séances modifiées') : '',
    cancelled > 0 ? count(cancelled, 'séance annulée', 'séances annulées') : '',
    answers > 0 ? count(answers, 'réponse reçue', 'réponses reçues') : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

const WHY = {
  quota: 'Google limite les écritures dans l’agenda : la suite se fera toute seule, dans quelques heures au plus.',
  time: 'La suite se fera toute seule dans les dix minutes.',
  busy: 'Une autre action de Régie est en cours : l’agenda sera mis à jour tout seul dans les dix minutes.',
  rights: 'Google n’autorise pas encore Régie à tenir l’agenda. Rouvrez Régie depuis le menu et acceptez.',
  trouble: 'Google Agenda n’a pas répondu : Régie réessaiera toute seule dans les dix minutes.',
  gone: 'L’agenda a été supprimé dans Google Agenda. Créez-en un autre depuis « Agenda ».',
  tab: 'Un onglet a perdu une colonne. Annulez sa suppression (Ctrl+Z), puis recommencez.',
} as const;
