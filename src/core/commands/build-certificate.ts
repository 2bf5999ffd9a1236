/** The certificate of attendance of one person who came, on a page to print or to save as PDF. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { frenchDay } from '../day.ts';
import { looks } from '../dress.ts';
import { french, frenchDuration, quoted } from '../french.ts';
import { generated, STAMP, stamped } from '../generated.ts';
import type { Generated } from '../generated.ts';
import { readTable } from '../records.ts';
import { personName } from '../sessions/audience.ts';
import { CERTIFICATE_SHEET } from '../sessions/certificate.ts';
import { whenText, whereText } from '../sessions/mails.ts';
import { sessionDesk, sessionName, sessionTabs, sessionTitle } from '../sessions/read.ts';
import { signature } from '../sessions/told.ts';
import { idText } from '../stays/inputs.ts';
import { registrationTable } from '../tables/registration.ts';
import { settingTable } from '../tables/setting.ts';

/** « Préparer l’attestation »: only for someone who came. */
export const buildCertificate = defineCommand({
  name: 'build-certificate',
  label: 'Préparer l’attestation',
  purpose: 'Met l’attestation de présence d’une personne sur une page, prête à imprimer.',
  input: z.object({
    /** The registration, « INS-0012 ». */
    id: idText('INS'),
  }),
  reads: () => [...sessionTabs, registrationTable.tab, settingTable.tab, CERTIFICATE_SHEET],
  changes: () => [CERTIFICATE_SHEET],
  decide: (state, { id }, { today }) => {
    const { records } = readTable(
      registrationTable,
      state.workbook[registrationTable.tab],
      state.shown[registrationTable.tab],
    );
    const person = records.find((one) => one.id === id);
    if (person === undefined) return refuse(french`L’inscription ${quoted(id)} n’est plus dans « Inscriptions ».`);
    const name = personName(person);
    if (person.status !== 'present')
      return refuse(french`${name} n’est pas noté·e comme présent·e : notez d’abord les présences.`);
    const session = sessionDesk(state).sessions.find((one) => one.id === person.session);
    if (session === undefined) return refuse(french`La séance de cette inscription n’est plus dans « Séances ».`);
    const house = person.organisation === null || person.organisation === name ? '' : french`, ${person.organisation},`;
    const length = session.duration === null ? '' : french` (${frenchDuration(session.duration)})`;
    const sheet = stamped(state.workbook[CERTIFICATE_SHEET], french`${STAMP}${frenchDay(today)} (${id}).`, (stamp) =>
      page(stamp, {
        sentence: french`${signature(state)} atteste que ${name}${house} a participé à ${quoted(sessionTitle(session))}, ${whenText(session)}${length}.`,
        place: whereText({ ...session, online_link: null }),
        provider: session.provider,
        association: signature(state),
        day: stamp.slice(STAMP.length, STAMP.length + 10),
      }),
    );
    return wish({
      tabs: { [CERTIFICATE_SHEET]: sheet.grid },
      dress: { [CERTIFICATE_SHEET]: sheet.dress },
      summary: [
        french`L’attestation de ${name} pour ${sessionName(session)} est sur l’onglet « ${CERTIFICATE_SHEET} » : Fichier, Imprimer, ou Télécharger en PDF.`,
      ],
    });
  },
});

interface Page {
  readonly sentence: string;
  readonly place: string;
  readonly provider: string | null;
  readonly association: string;
  readonly day: string;
}

function page(stamp: string, { sentence, place, provider, association, day }: Page): Generated {
  const text = { from: 0, to: 1, look: { ...looks.text, wrap: true, size: 12 } };
  return generated(
    [
      { cells: ['Attestation de présence'], looks: [{ from: 0, to: 1, look: looks.title }] },
      { cells: [stamp], looks: [{ from: 0, to: 1, look: looks.subtitle }] },
      { cells: [] },
      { cells: [sentence], looks: [text] },
      { cells: [] },
      { cells: [french`Lieu : ${place}`], looks: [text] },
      ...(provider === null ? [] : [{ cells: [french`Intervenant·e : ${provider}`], looks: [text] }]),
      { cells: [] },
      { cells: [french`Fait le ${day}, pour servir et valoir ce que de droit.`], looks: [text] },
      { cells: [] },
      { cells: [french`Pour ${association},`], looks: [text] },
    ],
    {
      widths: [640],
      hideGridlines: true,
      tabColor: '#188038',
      protection: 'Cet onglet est refait à chaque attestation : ce que vous y écrivez sera perdu.',
    },
  );
}
