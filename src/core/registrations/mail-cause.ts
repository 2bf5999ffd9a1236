/** Whether a mail about a registration still says the truth: seats are given back, sessions called off, offers lapse. */
import { french } from '../french.ts';
import type { Lost, MailCause } from '../mails/cause.ts';
import type { OutboxRow } from '../outbox.ts';
import { readTable } from '../records.ts';
import { registrationTable } from '../tables/registration.ts';
import type { Registration } from '../tables/registration.ts';
import { sessionTable } from '../tables/session.ts';
import { holdsSeat } from './seats.ts';
import { acceptsAnswers } from './sessions.ts';

/** The mails of registrations. */
export const registrationCause: MailCause = {
  reads: [registrationTable.tab, sessionTable.tab],
  isOwn: (row) => newsOf(row) !== null,
  lost: (state, rows) => {
    const read = (table: typeof registrationTable | typeof sessionTable) => state.workbook[table.tab];
    if (read(registrationTable) === undefined || read(sessionTable) === undefined) {
      const why = french`Les onglets « Inscriptions » et « Séances » n’ont pas été trouvés : le message attend.`;
      return new Map(rows.map(({ id }) => [id, { fate: 'draft', why }]));
    }
    const registrations = new Map(
      readTable(registrationTable, read(registrationTable), state.shown[registrationTable.tab]).records.map(
        (registration) => [registration.id, registration],
      ),
    );
    const closed = new Set(
      readTable(sessionTable, read(sessionTable), state.shown[sessionTable.tab])
        .records.filter((session) => !acceptsAnswers(session))
        .map(({ id }) => id),
    );
    return new Map(
      rows.flatMap((row): [string, Lost][] => {
        const news = newsOf(row);
        const why = news === null ? null : whyLost(news, registrations.get(news.registration), closed);
        return why === null ? [] : [[row.id, { fate: 'cancelled', why }]];
      }),
    );
  },
};

interface News {
  readonly registration: string;
  readonly kind: string;
  readonly occasion: string;
}

function newsOf({ key }: OutboxRow): News | null {
  const [, registration, kind, occasion] = /^rsvp\/(INS-\d+)\/([a-z]+)\/(.*)$/u.exec(key ?? '') ?? [];
  return registration === undefined || kind === undefined ? null : { registration, kind, occasion: occasion ?? '' };
}

function whyLost(news: News, row: Registration | undefined, closed: ReadonlySet<string>): string | null {
  if (row === undefined) return french`L’inscription ${news.registration} n’est plus dans « Inscriptions ».`;
  const isPromise = ['seat', 'freed', 'waiting', 'offer'].includes(news.kind);
  if (isPromise && closed.has(row.session ?? '')) return 'Cette séance n’est plus à venir.';
  switch (news.kind) {
    case 'seat':
    case 'freed':
      return holdsSeat(row) ? null : 'Cette personne n’a plus de place à cette séance.';
    case 'waiting':
      return row.status === 'waiting' ? null : 'Cette personne n’est plus en liste d’attente.';
    case 'offer':
      return row.status === 'offered' && row.offer_until === news.occasion
        ? null
        : 'Cette place n’est plus proposée à cette personne.';
    case 'refused':
      return holdsSeat(row) ? 'Cette personne a maintenant une place.' : null;
    default:
      return null;
  }
}
