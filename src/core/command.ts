/** What a command is: from what the workbook holds to how it should be, or to what must be asked first. */
import * as z from 'zod';
import type { Day } from './day.ts';
import type { Dress } from './dress.ts';
import type { OutboxRow } from './outbox.ts';
import type { WishedTabs } from './plan.ts';
import type { Problem } from './problem.ts';
import type { SourceTab } from './reading/source.ts';
import { plainLines } from './workbook.ts';
import type { ShownGrid, Workbook } from './workbook.ts';

/** The instant of a run, made by the shell in Europe/Paris and kept from show to apply. */
export interface Moment {
  readonly today: Day;
  readonly time: string;
}

/** What a command sees: the tabs it asked for, those of them that exist. */
export interface State {
  readonly workbook: Workbook;
  readonly shown: Readonly<Record<string, ShownGrid>>;
  /** Titles of the tabs that came with the reading. */
  readonly tabs: readonly string[];
  /** The same tabs with their look, only for commands that ask for looks. */
  readonly sources: readonly SourceTab[];
  /** The actual titles of managed tabs that had to take another one, because a tab of hers bears theirs. */
  readonly titles?: Readonly<Record<string, string>>;
  /** The last number given in each table, by prefix, even if its row is gone since (numbers.ts). */
  readonly lastNumbers?: Readonly<Record<string, number>>;
}

/** The title that she sees on a managed tab. */
export function titleIn(state: State, tab: string): string {
  return state.titles?.[tab] ?? tab;
}

/** Something only she can decide; `answer` is what will be done unless she says otherwise. */
export interface Question {
  readonly id: string;
  readonly tab: string | null;
  /** Groups questions of the same nature in the wizard: "column", "colour", "duplicate", "undo"… */
  readonly kind: string;
  /** One French sentence. */
  readonly text: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** The answer in force: hers, else the careful default; null when she must answer before anything changes. */
  readonly answer: string | null;
  /** A colour to show beside the question, "#ffff00". */
  readonly swatch?: string;
}

/** Something that will reach people outside the workbook. */
export interface Effect {
  readonly kind: 'mail' | 'calendar' | 'form';
  readonly to: string;
  readonly summary: string;
  /** The whole text of a mail, to be unfolded. */
  readonly text?: string;
}

/** How the workbook should be afterwards, and all that she must know before saying yes. */
export interface Wish {
  readonly tabs: WishedTabs;
  readonly dress: Readonly<Record<string, Dress>>;
  /** How many first rows of a tab are titles, which a preview does not count, where no dress says it. */
  readonly headers: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
  readonly questions: readonly Question[];
  readonly effects: readonly Effect[];
  readonly outbox: readonly OutboxRow[];
  /** Undo only: the last number of tables whose numbers are free again, by the prefix of their ids. */
  readonly numbersBack: Readonly<Record<string, number>>;
  /** What will happen, in French sentences that she reads before « oui ». */
  readonly summary: readonly string[];
  /** Why nothing can be done, in French; the wish then changes nothing. */
  readonly refusal: string | null;
  /** What a view of this command needs to show, as plain JSON. */
  readonly details: unknown;
}

/** A command as the list holds it: its input is checked before it decides. */
export interface Command {
  readonly name: string;
  /** French, as on its button. */
  readonly label: string;
  /** French, one sentence: what it does. */
  readonly purpose: string;
  readonly input: z.ZodType;
  /** True when it needs the look of cells (fills, notes, strikethrough). */
  readonly looks: boolean;
  /** False when nothing of it may be kept that would lead back: then it cannot be undone. */
  readonly undoable: boolean;
  /** The tabs it reads, or all of them. */
  readonly reads: (input: unknown) => readonly string[] | 'all';
  /** The tabs it may change, create or delete. */
  readonly changes: (input: unknown) => readonly string[];
  /** Pure: the same state, input and moment give the same wish. */
  readonly decide: (state: State, input: unknown, moment: Moment) => Wish;
}

interface Definition<Input> {
  readonly name: string;
  readonly label: string;
  readonly purpose: string;
  readonly input: z.ZodType<Input>;
  readonly looks?: boolean;
  readonly undoable?: boolean;
  readonly reads: (input: Input) => readonly string[] | 'all';
  readonly changes: (input: Input) => readonly string[];
  readonly decide: (state: State, input: Input, moment: Moment) => Wish;
}

/** The command of a typed definition; a wrong input throws zod's error, for the caller to show. */
export function defineCommand<Input>(definition: Definition<Input>): Command {
  const parse = (input: unknown) => definition.input.parse(withPlainLines(input ?? {}));
  return {
    name: definition.name,
    label: definition.label,
    purpose: definition.purpose,
    input: definition.input,
    looks: definition.looks ?? false,
    undoable: definition.undoable ?? true,
    reads: (input) => definition.reads(parse(input)),
    changes: (input) => definition.changes(parse(input)),
    decide: (state, input, moment) => definition.decide(state, parse(input), moment),
  };
}

// A page of Windows sends its own line ends; cells hold those of a spreadsheet, and what is written must be what is read.
function withPlainLines(value: unknown): unknown {
  if (typeof value === 'string') return plainLines(value);
  if (Array.isArray(value)) return value.map(withPlainLines);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withPlainLines(item)]));
}

/** A wish with nothing in it, to be completed. */
export function wish(parts: Partial<Wish> = {}): Wish {
  return {
    tabs: {},
    dress: {},
    headers: {},
    problems: [],
    questions: [],
    effects: [],
    outbox: [],
    numbersBack: {},
    summary: [],
    refusal: null,
    details: null,
    ...parts,
  };
}

/** A wish that changes nothing and says why. */
export function refuse(refusal: string, parts: Partial<Wish> = {}): Wish {
  return { ...wish(parts), tabs: {}, refusal };
}
