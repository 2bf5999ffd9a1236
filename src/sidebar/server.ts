/** The server as typed promises: one global function of the add-on answers everything, in JSON text. */
import type { CalendarReport } from '../core/calendar/asks.ts';
import type { MailReport } from '../core/catch-up.ts';
import type { FormReport } from '../core/registrations/catch-up.ts';
import type { Answers, Method, Reply, RequestOf, Selection } from '../core/rpc.ts';
import type { ApplyAnswer, ShowAnswer } from '../core/shell.ts';

/** A failure whose message is a French sentence that can be shown as it is. */
export class ServerFailure extends Error {
  override name = 'ServerFailure';
}

/** Carries one request and brings back the reply, both JSON texts. */
export type Carry = (method: Method, json: string) => Promise<string>;

/** What the panels may ask. */
export interface Server {
  readonly look: (view: string, input?: unknown) => Promise<unknown>;
  readonly show: (command: string, input: unknown) => Promise<ShowAnswer>;
  readonly apply: (input: unknown, shown: ShowAnswer) => Promise<ApplyAnswer>;
  /** Sends what waits in « Envois » for some seconds; asked again while mails are left. */
  readonly catchUp: () => Promise<MailReport>;
  /** Takes in the answers to the form « Inscriptions »; makes it first when asked to. */
  readonly forms: (make: boolean) => Promise<FormReport>;
  /** Brings the calendar up to date for some seconds; asked again while there is more. */
  readonly keepCalendar: () => Promise<CalendarReport>;
  /** Fails with a French sentence when the tab is not there any more. */
  readonly goTo: (tab: string, cell: string) => Promise<void>;
  /** Where she stands in the grid. */
  readonly selection: () => Promise<Selection>;
  /** Opens a dialog, or the sidebar anew. */
  readonly open: (page: RequestOf<'open'>['page']) => Promise<void>;
  /** Forgets which tabs exist: someone else may have made or removed some. */
  readonly forget: () => void;
}

// One answer each, so that she sees how far it is.
const SENDING_SECONDS = 12;

const UNREACHABLE =
  'Régie n’a pas pu joindre Google Sheets. Vérifiez votre connexion à Internet, puis réessayez ; rien n’est perdu.';
const UNREADABLE = 'La réponse reçue est illisible. Réessayez ; si cela recommence, rechargez la page.';
const WRONG_ACCOUNT =
  'Google refuse l’accès à ce classeur. Si plusieurs comptes Google sont ouverts dans ce navigateur, gardez seulement le vôtre ou ouvrez le classeur dans une fenêtre privée, puis réessayez.';

/** A server that remembers which tabs exist from answer to answer, which spares it a reading. */
export function createServer(carry: Carry): Server {
  let known: readonly string[] | null = null;
  const ask = async <M extends Method>(method: M, request: RequestOf<M>): Promise<Answers[M]> => {
    const reply = readReply<M>(await carried(carry, method, JSON.stringify(request)));
    if (!reply.ok) throw new ServerFailure(reply.message);
    return reply.answer;
  };
  return {
    look: async (view, input = {}) => {
      const before = known;
      const answer = await ask('look', { view, input, known });
      // An action may have made tabs meanwhile: what it answered is newer.
      if (known === before) known = answer.known;
      return answer.view;
    },
    show: async (command, input) => {
      const answer = await ask('show', { command, input, known });
      known = answer.known;
      return answer;
    },
    apply: async (input, { preview, moment }) => {
      const request = { command: preview.command, input, moment, digest: preview.digest, known };
      const answer = await ask('apply', request);
      known = answer.shown.known;
      return answer;
    },
    forms: async (make) => {
      const report = await ask('forms', { known, make });
      // It may have made tabs.
      known = null;
      return report;
    },
    catchUp: () => ask('catchUp', { known, seconds: SENDING_SECONDS }),
    keepCalendar: () => ask('keepCalendar', { known, seconds: SENDING_SECONDS }),
    goTo: async (tab, cell) => {
      const { done } = await ask('goTo', { tab, cell });
      if (!done)
        throw new ServerFailure(`L’onglet «\u00a0${tab}\u00a0» n’est plus dans ce classeur, ou a changé de nom.`);
    },
    selection: () => ask('selection', {}),
    open: async (page) => {
      await ask('open', { page });
    },
    forget: () => {
      known = null;
    },
  };
}

async function carried(carry: Carry, method: Method, json: string): Promise<string> {
  try {
    return await carry(method, json);
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : '';
    const refused = /permission|authori[sz]ation|autorisation/iu.test(text);
    throw new ServerFailure(refused ? WRONG_ACCOUNT : UNREACHABLE, { cause });
  }
}

function readReply<M extends Method>(text: string): Reply<M> {
  try {
    const reply: unknown = JSON.parse(text);
    // The server is ours and typed by the same contract; only its envelope is checked.
    if (typeof reply === 'object' && reply !== null && 'ok' in reply) return reply as Reply<M>;
  } catch (cause) {
    throw new ServerFailure(UNREADABLE, { cause });
  }
  throw new ServerFailure(UNREADABLE);
}

/** The French sentence of a failure; what we did not foresee gets a plain one. */
export function failureText(error: unknown): string {
  return error instanceof ServerFailure
    ? error.message
    : 'Une erreur inattendue s’est produite dans ce panneau. Réessayez ; votre classeur n’a pas changé.';
}
