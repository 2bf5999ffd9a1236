/** What the form « Inscriptions » should hold, and the requests that bring it there; hers are left alone. */
import type { Registration } from '../tables/registration.ts';
import type { Session } from '../tables/session.ts';
import { NO_SESSION, questions } from './questions.ts';
import { holdsSeat, isWaiting } from './seats.ts';
import { saidDate } from './sessions.ts';
import { sessionTitle } from '../sessions/read.ts';

/** The form as it should be. */
export interface WantedForm {
  readonly title: string;
  readonly description: string;
  /** The choices of « Séance », each beginning with the unchanging number of its session. */
  readonly choices: readonly string[];
}

const LONGEST_TITLE = 90;

/** The form for those open sessions; `association` and `contact` are named in the notice about personal data (domain: D9). */
export function wantedForm(
  open: readonly Session[],
  registrations: readonly Registration[],
  { association, contact }: { readonly association: string; readonly contact: string | null },
): WantedForm {
  const name = association === '' ? 'l’association' : association;
  const writing = contact === null ? 'en écrivant à l’association' : `en écrivant à ${contact}`;
  return {
    title: association === '' ? 'Inscriptions' : `Inscriptions – ${association}`,
    description: [
      'Choisissez une séance, dites si vous venez, et envoyez : vous recevez la réponse par e-mail. Une réponse par séance. Pour vous désister, répondez « Non » avec la même adresse.',
      `Vos données : ${name} utilise ces réponses pour organiser ses séances et en rendre compte à ses financeurs (intérêt légitime). Elles sont vues par l’équipe et par l’intervenant·e, jamais vendues ni publiées, et gardées le temps des contrôles des financeurs. Vous pouvez les consulter, les faire corriger ou effacer ${writing} ; en cas de désaccord, vous pouvez saisir la CNIL (cnil.fr).`,
    ].join('\n\n'),
    choices: open.length === 0 ? [NO_SESSION] : open.map((session) => choiceOf(session, registrations)),
  };
}

/** « SEA-0012 · Club MILA · lundi 15 mai 2023 à 18 h · 3 places ». */
export function choiceOf(session: Session, registrations: readonly Registration[]): string {
  const title = Array.from(sessionTitle(session).replace(/\s+/gu, ' ')).slice(0, LONGEST_TITLE).join('');
  return [session.id, title, saidDate(session), seatsLeft(session, registrations)]
    .filter((part) => part !== '')
    .join(' · ');
}

function seatsLeft({ id, capacity }: Session, registrations: readonly Registration[]): string {
  if (capacity === null) return '';
  const own = registrations.filter((registration) => registration.session === id);
  const left = capacity - own.filter((row) => holdsSeat(row) || row.status === 'offered').length;
  if (left <= 0 || own.some(isWaiting)) return 'complet : liste d’attente';
  return left === 1 ? '1 place' : `${String(left)} places`;
}

/** A form of Forms v1, as far as it is read here. */
export interface RemoteForm {
  readonly revisionId?: string;
  readonly responderUri?: string;
  readonly info?: { readonly title?: string; readonly description?: string };
  readonly items?: readonly RemoteItem[];
  readonly publishSettings?: {
    readonly publishState?: { readonly isPublished?: boolean; readonly isAcceptingResponses?: boolean };
  };
}

interface RemoteItem {
  readonly questionItem?: {
    readonly question?: {
      readonly questionId?: string;
      readonly choiceQuestion?: { readonly options?: readonly { readonly value?: string }[] };
    };
  };
}

type Json = Readonly<Record<string, unknown>>;

/** The requests of a batchUpdate that make the form as wanted; none when it is so already. */
export function formRequests(form: RemoteForm, wanted: WantedForm): readonly Json[] {
  const items = form.items ?? [];
  const placeOf = (id: string) => items.findIndex((item) => item.questionItem?.question?.questionId === id);
  const { title, description, choices } = wanted;
  const place = placeOf(questions.session.id);
  const shown = items[place]?.questionItem?.question?.choiceQuestion?.options?.map(({ value }) => value ?? '') ?? [];
  const isSame = shown.length === choices.length && shown.every((value, index) => value === choices[index]);
  const missing = Object.values(questionsOf(choices)).filter(({ id }) => placeOf(id) < 0);
  return [
    // What she wrote at its head stays.
    ...((form.info?.description ?? '') !== ''
      ? []
      : [{ updateFormInfo: { info: { title, description }, updateMask: 'title,description' } }]),
    ...(place < 0 || isSame
      ? []
      : [
          {
            updateItem: {
              item: { questionItem: { question: { choiceQuestion: { type: 'RADIO', options: optionsOf(choices) } } } },
              location: { index: place },
              updateMask: 'questionItem.question.choiceQuestion.options',
            },
          },
        ]),
    ...missing.map(({ item }, index) => ({ createItem: { item, location: { index: items.length + index } } })),
  ];
}

function optionsOf(choices: readonly string[]) {
  return choices.map((value) => ({ value }));
}

function questionsOf(choices: readonly string[]): readonly { readonly id: string; readonly item: Json }[] {
  const item = (
    { id, title, help = '' }: { readonly id: string; readonly title: string; readonly help?: string },
    question: Json,
  ) => ({ id, item: { title, description: help, questionItem: { question: { questionId: id, ...question } } } });
  const { session, wish, name, email, organisation, network, message, code } = questions;
  return [
    item(session, { required: false, choiceQuestion: { type: 'RADIO', options: optionsOf(choices) } }),
    item(wish, { required: true, choiceQuestion: { type: 'RADIO', options: optionsOf([wish.yes, wish.no]) } }),
    item(name, { required: true, textQuestion: { paragraph: false } }),
    item(email, { required: true, textQuestion: { paragraph: false } }),
    item(organisation, { required: false, textQuestion: { paragraph: false } }),
    item(network, { required: false, textQuestion: { paragraph: false } }),
    item(message, { required: false, textQuestion: { paragraph: true } }),
    item(code, { required: false, textQuestion: { paragraph: false } }),
  ];
}
