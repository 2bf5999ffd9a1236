/** The sheet that people sign at a session, ready to print. */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { defineCommand, refuse, titleIn, wish } from '../command.ts';
import { frenchDay } from '../day.ts';
import { french, quoted } from '../french.ts';
import { STAMP, stamped } from '../generated.ts';
import { readTable } from '../records.ts';
import { fold } from '../reading/values/text.ts';
import { seatedIn } from '../registrations/seats.ts';
import { sessionId } from '../sessions/inputs.ts';
import { programmeName, programmesOf, sessionDesk, sessionName, sessionTabs } from '../sessions/read.ts';
import { SIGN_IN_SHEET, signInSheet } from '../sessions/sign-in-sheet.ts';
import { signature } from '../sessions/told.ts';
import { registrationTable } from '../tables/registration.ts';
import type { Registration } from '../tables/registration.ts';
import { settingTable } from '../tables/setting.ts';

/** « Préparer la feuille d’émargement ». */
export const buildSignInSheet = defineCommand({
  name: 'build-sign-in-sheet',
  label: 'Préparer la feuille d’émargement',
  purpose: 'Met les personnes inscrites à une séance sur une feuille à signer, avec des lignes libres.',
  input: z.object({ session: sessionId }),
  reads: () => [...sessionTabs, registrationTable.tab, settingTable.tab, SIGN_IN_SHEET],
  changes: () => [SIGN_IN_SHEET],
  decide: (state, { session: id }, { today }) => {
    const desk = sessionDesk(state);
    const session = desk.sessions.find((one) => one.id === id);
    if (session === undefined) return refuse(french`La séance ${quoted(id)} n’est plus dans « Séances ».`);
    const { records } = readTable(
      registrationTable,
      state.workbook[registrationTable.tab],
      state.shown[registrationTable.tab],
    );
    const people = once(seatedIn(records, id)).sort((a, b) => sortKey(a).localeCompare(sortKey(b)));
    const codes = programmesOf(session);
    const funders = desk.programmes.flatMap(({ code, funder }) =>
      code !== null && funder !== null && codes.includes(code) ? [funder] : [],
    );
    const stamp = french`${STAMP}${frenchDay(today)} à partir de l’onglet « ${titleIn(state, registrationTable.tab)} » (${id}).`;
    const sheet = stamped(state.workbook[SIGN_IN_SHEET], stamp, (at) =>
      signInSheet({
        session,
        programme: codes.flatMap((code) => programmeName(desk.programmes, code) ?? []).join(', '),
        funders: [...new Set(funders)],
        people,
        association: signature(state),
        stamp: at,
      }),
    );
    return wish({
      tabs: { [SIGN_IN_SHEET]: sheet.grid },
      dress: { [SIGN_IN_SHEET]: sheet.dress },
      summary: [
        french`${sessionName(session)} : ${plural(people.length, 'personne')} sur « ${SIGN_IN_SHEET} », et des lignes libres. Fichier, Imprimer, ou Télécharger en PDF.`,
      ],
      details: { people: people.length },
    });
  },
});

function sortKey({ last_name: last, first_name: first, organisation }: Registration): string {
  return `${last ?? organisation ?? ''} ${first ?? ''}`;
}

/** Someone written down twice signs once. */
function once(people: readonly Registration[]): Registration[] {
  return [
    ...new Map(
      [...people].reverse().map((one) => [fold(`${sortKey(one)} ${one.organisation ?? ''}`), one] as const),
    ).values(),
  ];
}
