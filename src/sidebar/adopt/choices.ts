/** What she decided in the wizard, as the command takes it; each change gives a new input. */
import type { AdoptDetails, AdoptInput, ColumnDetails, KindOption, TabDetails } from '../../core/adoption/details.ts';

type KindChoice = KindOption['kind'];

/** The value of the list for a column that stays hers. */
export const CUSTOM = 'custom';

/** The kind chosen for a tab; its columns are then recognised anew, so earlier choices about them are forgotten. */
export function chooseKind(input: AdoptInput, tab: string, kind: KindChoice): AdoptInput {
  return { ...input, tabs: { ...input.tabs, [tab]: { kind } } };
}

/** What a column becomes: a field, or a column of hers. */
export function chooseColumn(input: AdoptInput, tab: string, column: { letters: string; field: string }): AdoptInput {
  const choice = input.tabs?.[tab] ?? {};
  const columns = { ...choice.columns, [column.letters]: column.field };
  return { ...input, tabs: { ...input.tabs, [tab]: { ...choice, columns } } };
}

/** The answer to a question. */
export function chooseAnswer(input: AdoptInput, question: string, value: string): AdoptInput {
  return { ...input, answers: { ...input.answers, [question]: value } };
}

/** The kind in force, as the list of kinds knows it. */
export function kindOf({ kind, leftAlone }: TabDetails): KindChoice {
  return leftAlone || kind === 'unknown' || kind === 'empty' ? 'skip' : kind;
}

/** What the list of a column shows: its field, hers, or nothing when it is not taken over. */
export function columnValue({ field, custom }: ColumnDetails): string {
  return field ?? (custom === null ? '' : CUSTOM);
}

/** The details with her latest choices, for the lists to show until the new preview comes. */
export function withChoices(details: AdoptDetails, { tabs: choices = {} }: AdoptInput): AdoptDetails {
  const tabs = details.tabs.map((tab) => {
    const { kind, columns = {} } = (Object.hasOwn(choices, tab.title) ? choices[tab.title] : undefined) ?? {};
    const recognised =
      kind === undefined ? tab : kind === 'skip' ? { ...tab, leftAlone: true } : { ...tab, kind, leftAlone: false };
    return { ...recognised, columns: tab.columns.map((column) => withField(column, columns)) };
  });
  return { ...details, tabs };
}

function withField(column: ColumnDetails, choices: Readonly<Record<string, string>>): ColumnDetails {
  const field = Object.hasOwn(choices, column.letters) ? choices[column.letters] : undefined;
  if (field === undefined || field === columnValue(column)) return column;
  return field === CUSTOM
    ? { ...column, field: null, custom: column.header ?? '', fieldLabel: 'Colonne à vous', chosen: true }
    : { ...column, field, custom: null, chosen: true };
}

/** True once she decided anything. */
export function hasChoices({ tabs = {}, answers = {} }: AdoptInput): boolean {
  return Object.keys(tabs).length + Object.keys(answers).length > 0;
}
