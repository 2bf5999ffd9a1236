/** « Annuaire »: what it holds, who is not in it and why, and the entries from which the page makes the files. */
import { titleIn } from '../command.ts';
import { directoryOf, directoryReads } from '../directory/entries.ts';
import type { Directory } from '../directory/entries.ts';
import { DIRECTORY_SHEET } from '../directory/sheet.ts';
import { associationOf, directoryStanding } from '../directory/standing.ts';
import type { DirectoryStanding } from '../directory/standing.ts';
import type { View } from '../view.ts';

/** The answer of the view « directory ». */
export interface DirectoryView extends Omit<Directory, 'problems'> {
  readonly association: string | null;
  readonly today: string;
  /** The title that « Annuaire » bears. */
  readonly tab: string;
  readonly standing: DirectoryStanding;
}

/** The view « directory ». */
export const directoryView: View = {
  name: 'directory',
  reads: [...directoryReads, DIRECTORY_SHEET],
  view: (state, _input, moment): DirectoryView => {
    const directory = directoryOf(state, moment);
    const { entries, counted, unlisted, withheld } = directory;
    return {
      entries,
      counted,
      unlisted,
      withheld,
      association: associationOf(state),
      today: moment.today,
      tab: titleIn(state, DIRECTORY_SHEET),
      standing: directoryStanding(state, directory, moment),
    };
  },
};
