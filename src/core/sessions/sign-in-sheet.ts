/** « Feuille d’émargement »: a page to print and sign; it circulates, so it bears neither e-mail nor phone (domain: D5). */
import { looks } from '../dress.ts';
import { french } from '../french.ts';
import { generated } from '../generated.ts';
import type { Generated, SheetRow } from '../generated.ts';
import type { Registration } from '../tables/registration.ts';
import type { Session } from '../tables/session.ts';
import { whenText } from './mails.ts';
import { sessionTitle } from './read.ts';

/** The title of the generated tab. */
export const SIGN_IN_SHEET = 'Feuille d’émargement';

/** What the page is made of. */
export interface SignInParts {
  readonly session: Session;
  /** Names of the programmes, and who pays for them. */
  readonly programme: string;
  readonly funders: readonly string[];
  readonly people: readonly Registration[];
  readonly association: string;
  readonly stamp: string;
}

const WIDTH = 6;
const BLANK_ROWS = 8;
const LOGO_ROWS = 3;

/** The whole page: the session, the place for logos, one line per person, blank lines for who comes unannounced. */
export function signInSheet({ session, programme, funders, people, association, stamp }: SignInParts): Generated {
  const fact = (label: string, value: string): SheetRow => ({
    cells: [null, label, value],
    looks: [
      { from: 1, to: 2, look: { color: '#5f6368' } },
      { from: 2, to: 3, look: { ...looks.text, bold: true } },
    ],
  });
  const line: SheetRow['looks'] = [
    { from: 0, to: WIDTH, look: { bottomLine: '#9aa0a6', vertical: 'MIDDLE', size: 12 } },
  ];
  const named = people.map((one, index): SheetRow => ({
    cells: [index + 1, one.last_name, one.first_name, one.organisation ?? one.network, one.role, null],
    looks: line,
  }));
  const blanks = Array.from({ length: BLANK_ROWS }, (_, index): SheetRow => ({
    cells: [people.length + index + 1, null, null, null, null, null],
    looks: line,
  }));
  const head: SheetRow[] = [
    {
      cells: [french`Feuille d’émargement – ${sessionTitle(session)}`],
      looks: [{ from: 0, to: WIDTH, look: looks.title }],
    },
    { cells: [stamp], looks: [{ from: 0, to: WIDTH, look: looks.subtitle }] },
    { cells: [] },
    fact('Organisée par', association),
    fact('Programme', programme),
    fact('Date et horaire', whenText(session)),
    fact('Lieu', session.place ?? ''),
    fact('Intervenant·e', session.provider ?? ''),
    ...(funders.length === 0 ? [] : [fact('Avec le soutien de', funders.join(', '))]),
    {
      cells: [null, 'Logos des financeurs'],
      looks: [
        { from: 1, to: WIDTH, look: { color: '#9aa0a6', align: 'CENTER', vertical: 'MIDDLE', topLine: '#dadce0' } },
      ],
    },
    ...Array.from({ length: LOGO_ROWS - 1 }, (): SheetRow => ({ cells: [] })),
    {
      cells: ['N°', 'Nom', 'Prénom', 'Structure', 'Fonction', 'Signature'],
      looks: [{ from: 0, to: WIDTH, look: looks.header }],
    },
  ];
  const logos = head.length - 1 - LOGO_ROWS;
  const rows: SheetRow[] = [
    ...head,
    ...named,
    ...blanks,
    { cells: [] },
    { cells: [null, 'Total des présents :', null, 'Signature de l’intervenant·e :'] },
  ];
  return generated(rows, {
    widths: [40, 170, 130, 200, 140, 200],
    merges: [{ startRow: logos, endRow: logos + LOGO_ROWS, startColumn: 1, endColumn: WIDTH }],
    hideGridlines: true,
    tabColor: '#188038',
    protection: 'Cette feuille est refaite pour chaque séance : ce que vous y écrivez sera perdu.',
  });
}
