/** Where the runner works: a workbook in a file, or a spreadsheet on Google. */
import type { Command } from '../core/command.ts';
import type { ApplyAnswer, ShowAnswer } from '../core/shell.ts';
import type { Snapshot } from '../core/snapshot.ts';

/** A command with its input, already checked by the command's schema. */
export interface Asked {
  readonly command: Command;
  readonly input: unknown;
}

/** What every host does; failures are thrown as `Cannot`. */
export interface Host {
  /** File name, or the spreadsheet's title. */
  readonly name: string;
  /** The whole spreadsheet with its looks. */
  readonly snapshot: () => Promise<Snapshot>;
  readonly show: (asked: Asked) => Promise<ShowAnswer>;
  /** Carries out what was shown. */
  readonly apply: (asked: Asked, shown: ShowAnswer) => Promise<ApplyAnswer>;
  /** Writes what there is to keep in the folder, and names the files. */
  readonly save: (folder: string) => Promise<readonly string[]>;
}
