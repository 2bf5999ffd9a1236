/** Builds « Annuaire »: the members who agreed to be in it, with what each one agreed to. */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import type { State } from '../command.ts';
import { directoryOf, directoryReads } from '../directory/entries.ts';
import type { Directory } from '../directory/entries.ts';
import { directoryFile } from '../directory/files.ts';
import { DIRECTORY_SHEET, saidTooMuch } from '../directory/sheet.ts';
import { associationOf, wantedSheet } from '../directory/standing.ts';
import { french, quoted } from '../french.ts';
import { consentTable } from '../tables/consent.ts';
import { contactTable } from '../tables/contact.ts';
import { memberTable } from '../tables/member.ts';

const decisive: readonly string[] = [memberTable.tab, contactTable.tab, consentTable.tab];

/** « Construire l’annuaire »; `details` of its wish is the file for the site. */
export const buildDirectory = defineCommand({
  name: 'build-directory',
  label: 'Construire l’annuaire',
  purpose:
    'Construit « Annuaire » : les adhérents qui l’ont accepté, par activité, avec les seules mentions acceptées.',
  input: z.object({}),
  reads: () => [...directoryReads, DIRECTORY_SHEET],
  changes: () => [DIRECTORY_SHEET],
  decide: (state, _input, moment) => {
    const directory = directoryOf(state, moment);
    const problems = directory.problems.filter(({ tab }) => decisive.includes(tab));
    const broken = problems.filter(({ kind }) => kind === 'column_missing');
    if (broken.length > 0)
      return refuse('Il manque une colonne à un onglet : remettez-la, puis recommencez.', { problems: broken });
    if (directory.counted === 0 && !Object.hasOwn(state.workbook, DIRECTORY_SHEET))
      return refuse('Il n’y a encore aucun adhérent à présenter : adoptez votre classeur, ou ajoutez un adhérent.', {
        problems,
      });
    const sheet = wantedSheet(state, directory, moment);
    return wish({
      tabs: { [DIRECTORY_SHEET]: sheet.grid },
      dress: { [DIRECTORY_SHEET]: sheet.dress },
      problems,
      summary: summaryOf(state, directory),
      details: directoryFile({ association: associationOf(state), date: moment.today, entries: directory.entries }),
    });
  },
});

function summaryOf(state: State, { entries, counted, unlisted, withheld }: Directory): readonly string[] {
  const of = (why: string) => unlisted.filter((one) => one.why === why).length;
  const [silent, refused, doubtful] = [of('silent'), of('refused'), of('doubtful')];
  const removed = saidTooMuch(state.workbook[DIRECTORY_SHEET] ?? [], entries);
  return [
    entries.length === 0
      ? french`Aucune structure sur ${plural(counted, 'adhérent')} ne figure dans l’annuaire.`
      : french`${plural(entries.length, 'structure')} sur ${plural(counted, 'adhérent')} ${entries.length < 2 ? 'figure' : 'figurent'} dans l’annuaire, avec les seules mentions que chacune a acceptées.`,
    ...(removed.length === 0
      ? []
      : [
          french`À retirer de l’annuaire actuel, ou à corriger : ${removed.slice(0, 5).map(quoted).join(', ')}${removed.length > 5 ? french` et ${removed.length - 5} autres` : ''}.`,
        ]),
    ...(silent === 0
      ? []
      : [french`${plural(silent, 'adhérent')} : aucune réponse notée, donc pas nommé${silent < 2 ? '' : 's'}.`]),
    ...(refused === 0
      ? []
      : [french`${plural(refused, 'adhérent')} : accord refusé ou retiré, donc pas nommé${refused < 2 ? '' : 's'}.`]),
    ...(doubtful === 0
      ? []
      : [
          french`${plural(doubtful, 'adhérent')} : une cellule illisible laisse un doute, donc pas nommé${doubtful < 2 ? '' : 's'}.`,
        ]),
    ...(withheld.length === 0
      ? []
      : [
          french`${plural(withheld.length, 'structure')} : l’adresse ou le numéro est celui d’une personne qui n’a pas donné son accord ; il n’y est pas.`,
        ]),
  ];
}
