/** Whom a change of a session tells, in sentences of the preview. */
import { plural } from '../adoption/labels.ts';
import type { State } from '../command.ts';
import { enumeration, french } from '../french.ts';
import { readTable } from '../records.ts';
import { associationSetting, settingText } from '../settings.ts';
import { settingTable } from '../tables/setting.ts';
import type { Audience } from './audience.ts';

const MOST_NAMES = 5;

/** Who will be told, each once, and whether the mails wait for her reading. */
export function toldSentences({ told, unreachable }: Audience, drafts: boolean): string[] {
  const first =
    told.length === 0 && unreachable.length === 0
      ? 'Personne n’est inscrit : il n’y a personne à prévenir.'
      : french`${plural(told.length, 'personne')} ${told.length < 2 ? 'sera prévenue' : 'seront prévenues, une fois chacune'}${told.length === 0 ? '' : french` : ${named(told.map(({ name }) => name))}`}.`;
  return [
    first,
    ...(drafts ? ['Les messages attendent votre relecture dans « Envois ».'] : []),
    ...(unreachable.length === 0 ? [] : [french`Sans adresse e-mail, à prévenir vous-même : ${named(unreachable)}.`]),
  ];
}

function named(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return enumeration(more > 0 ? [...names.slice(0, MOST_NAMES), `${String(more)} autres`] : names);
}

/** How the association signs. */
export function signature(state: State): string {
  const { records } = readTable(settingTable, state.workbook[settingTable.tab], state.shown[settingTable.tab]);
  const name = settingText(records, associationSetting).trim();
  return name === '' ? 'L’équipe' : name;
}
