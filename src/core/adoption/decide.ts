/** The decision of adoption: from her tabs to the managed tabs as they should be. */
import type { Moment, Question, State, Wish } from '../command.ts';
import { refuse, wish } from '../command.ts';
import type { Dress } from '../dress.ts';
import { isEmptyPlan, planOf } from '../plan.ts';
import type { Problem } from '../problem.ts';
import type { ExplainedReading } from '../reading/read-workbook.ts';
import type { SourceTab } from '../reading/source.ts';
import type { Choices, Column } from '../reading/types.ts';
import type { Table } from '../table.ts';
import { checkTable } from '../tables/check.ts';
import { memberTable } from '../tables/member.ts';
import { memoryTable } from '../tables/memory.ts';
import type { Memory } from '../tables/memory.ts';
import { originTable } from '../tables/origin.ts';
import type { Origin } from '../tables/origin.ts';
import { settingTable } from '../tables/setting.ts';
import type { Setting } from '../tables/setting.ts';
import { dataTables, tables } from '../tables/index.ts';
import type { Grid } from '../workbook.ts';
import { assemble } from './assemble.ts';
import type { Assembly } from './assemble.ts';
import type { CheckDraft } from './check-drafts.ts';
import { editChecks } from './check-edit.ts';
import type { ChecksResult } from './check-edit.ts';
import { detailsOf } from './details-of.ts';
import type { AdoptInput } from './details.ts';
import type { Unit } from './draft.ts';
import { knownUnits, matchUnits } from './match.ts';
import { choicesOf, editMemory } from './memory.ts';
import { isMerged, mergedHandles, mergeInto } from './merges.ts';
import { editOrigins } from './origins-edit.ts';
import { ownHeaders } from './own-columns.ts';
import { duplicatesOf } from './propositions.ts';
import { colourQuestions, columnQuestions, duplicateQuestionId, duplicateQuestions, NO_MEANING } from './questions.ts';
import { checkContext, readingChecks } from './reading-checks.ts';
import { herTabs, readTabs } from './read.ts';
import { conflictCheck, goneCheck } from './refresh-checks.ts';
import { editSettings, wantedSettings } from './settings-edit.ts';
import { isAdopted, obstacle } from './standing.ts';
import { firstSummary, NOTHING_NEW, refreshSummary } from './summary.ts';
import { dressOf } from './tab-dress.ts';
import { editedGrid, isEmptyEdit, tableState } from './table-edit.ts';
import type { TableEdit, TableState } from './table-edit.ts';
import { tagged } from './tags.ts';
import { unitsOf } from './units.ts';

type States = ReadonlyMap<Table, TableState>;

/** What a decision is made from. */
interface Ground {
  readonly state: State;
  readonly states: States;
  readonly sources: readonly SourceTab[];
  readonly choices: Choices;
  readonly explained: ExplainedReading;
  /** What to ask about tabs that repeat others. */
  readonly copies: readonly Question[];
  readonly answers: Readonly<Record<string, string>>;
  readonly adopted: boolean;
}

/** The wish of adoption; whatever the tabs hold, it is a decision, a question or a refusal in French. */
export function decideAdoption(state: State, input: AdoptInput, moment: Moment): Wish {
  const states: States = new Map(
    tables.map((table) => [table, tableState(table, state.workbook[table.tab], state.shown[table.tab])]),
  );
  const origins = recordsOf<Origin>(states, originTable);
  const inTheWay = obstacle(state.workbook, origins);
  if (inTheWay !== null) return refuse(inTheWay);
  const sources = herTabs(state);
  const adopted = isAdopted(state.workbook);
  const choices = choicesOf(sources, recordsOf<Memory>(states, memoryTable), input);
  const answers = input.answers ?? {};
  const known = new Set(origins.map(({ source_tab: tab }) => tab ?? ''));
  const { explained, copies } = readTabs(sources, { today: moment.today, choices, answers, known });
  const ground: Ground = { state, states, sources, choices, explained, copies, answers, adopted };
  const isEmpty = explained.reading.tabs.every(({ kind }) => kind === 'unknown' || kind === 'empty');
  return isEmpty && !adopted ? nothingToAdopt(ground) : adoption(ground);
}

function nothingToAdopt(ground: Ground): Wish {
  const isBare = ground.sources.every(({ rows }) =>
    rows.every((row) => row.every((cell) => (cell?.shown ?? null) === null)),
  );
  const isKnown = ground.explained.reading.tabs.some(({ kind }) => kind !== 'unknown' && kind !== 'empty');
  return refuse(
    isBare
      ? 'Ce classeur est vide : ouvrez celui où vous tenez vos adhérents, vos espaces ou votre budget, puis recommencez.'
      : isKnown
        ? 'Aucune fiche n’a été lue dans vos onglets. Vérifiez dans la fenêtre d’adoption ce que contient chacun et ses colonnes, ou remplissez-les, puis recommencez.'
        : 'Aucun onglet n’a été reconnu. Dites dans la fenêtre d’adoption ce que contient chacun, puis recommencez.',
    { details: detailsOf({ ...detailsGround(ground), units: [], checks: [], refresh: null }) },
  );
}

function detailsGround({ explained, sources, choices, copies, adopted }: Ground) {
  const { reading, explanations } = explained;
  return { reading, explanations, sources, choices, copies, adopted };
}

function adoption(ground: Ground): Wish {
  const { states, explained, answers, sources, choices, adopted } = ground;
  const { reading, explanations } = explained;
  const settings = recordsOf<Setting>(states, settingTable);
  const known = new Map(
    settings.flatMap(({ key, value }) => (key !== null && value !== null ? [[key, value] as const] : [])),
  );
  const colours = colourQuestions(reading, answers, known);
  const meanings = meaningsOf(colours);
  const units = tagged(unitsOf(reading, sources), reading, meanings);
  const origins = recordsOf<Origin>(states, originTable);
  const match = matchUnits(
    units,
    knownUnits(origins),
    sources.map(({ title }) => title),
  );
  const assembly = assemble(units, match, dataStates(states), ground.state);
  const duplicates = duplicatesOf(reading.tabs);
  const members = states.get(memberTable);
  const mergeQuestions = duplicateQuestions(duplicates, answers, (one) => isMerged(one, assembly.ids, members));
  const memberEdit = assembly.edits.get(memberTable);
  if (memberEdit) mergeInto(memberEdit, duplicates, { answers, ids: assembly.ids, state: members });
  const answerOf = new Map(mergeQuestions.map(({ id, answer }) => [id, answer]));
  const merged = mergedHandles(duplicates, (one) => answerOf.get(duplicateQuestionId(one)) ?? null);
  const points = pointsOf({ ground, units, assembly, merged });
  const checks = editChecks(points, stateOf(states, checkTable), {
    ids: assembly.ids,
    tabs: reading.tabs.map(({ name }) => name),
  });
  const edits = new Map<Table, TableEdit>([
    ...assembly.edits,
    [
      settingTable,
      editSettings(
        wantedSettings(reading, meanings),
        stateOf(states, settingTable),
        answeredMeanings(colours, answers),
      ),
    ],
    [checkTable, checks.edit],
    [originTable, editOrigins(assembly.origins, stateOf(states, originTable))],
    [memoryTable, editMemory(choices, stateOf(states, memoryTable), columnsFinder(ground))],
  ]);
  const questions: Question[] = [
    ...columnQuestions(explanations, choices),
    ...ground.copies,
    ...colours,
    ...mergeQuestions,
  ];
  const isWaiting = questions.some(({ answer }) => answer === null);
  // Titles alone would make a workspace of settings only.
  if (!adopted && units.length === 0 && !isWaiting) return nothingToAdopt(ground);
  return finish(ground, { edits, questions, units, points, checks, assembly, adopted });
}

interface Outcome {
  readonly edits: ReadonlyMap<Table, TableEdit>;
  readonly questions: readonly Question[];
  readonly units: readonly Unit[];
  readonly points: readonly CheckDraft[];
  readonly checks: ChecksResult;
  readonly assembly: Assembly;
  readonly adopted: boolean;
}

function finish(ground: Ground, outcome: Outcome): Wish {
  const { state, states, sources, explained } = ground;
  const { edits, points, checks, assembly, adopted, units, questions } = outcome;
  const tabs: Record<string, Grid> = {};
  const dress: Record<string, Dress> = {};
  for (const [table, edit] of edits) {
    const current = stateOf(states, table);
    const isNew = current.grid === undefined;
    if (isNew ? edit.add.size === 0 : isEmptyEdit(edit)) continue;
    if (isNew) for (const header of ownHeaders(explained.reading, sources, table)) edit.ownHeaders.add(header);
    tabs[table.tab] = editedGrid(current, edit);
    if (isNew)
      dress[table.tab] = dressOf(table, { reading: explained.reading, sources, headers: [...edit.ownHeaders] });
  }
  const refresh = adopted
    ? {
        added: assembly.added,
        updated: assembly.updated,
        conflicts: assembly.conflicts.length,
        gone: assembly.gone.length,
      }
    : null;
  const details = detailsOf({ ...detailsGround(ground), units, checks: points, refresh });
  const summary = !adopted
    ? firstSummary(explained.reading, details)
    : isEmptyPlan(planOf(state.workbook, tabs))
      ? NOTHING_NEW
      : refreshSummary(details, checks.added.length, checks.settled);
  return wish({
    tabs,
    dress,
    questions,
    summary,
    details,
    problems: adopted ? newProblems(ground, checks) : allProblems(ground),
  });
}

function pointsOf({
  ground,
  units,
  assembly,
  merged,
}: {
  readonly ground: Ground;
  readonly units: readonly Unit[];
  readonly assembly: Assembly;
  readonly merged: ReadonlySet<string>;
}): readonly CheckDraft[] {
  const { problems, remarks } = readingChecks(ground.explained.reading, ground.sources, checkContext(units));
  const settled = problems.map((check) =>
    check.kind === 'duplicate_row' && check.record !== null && merged.has(check.record)
      ? { ...check, done: true }
      : check,
  );
  const refreshed = [...assembly.conflicts.map(conflictCheck), ...assembly.gone.map(goneCheck)];
  return [...settled, ...remarks, ...refreshed];
}

function allProblems({ explained }: Ground): Problem[] {
  return explained.reading.tabs.flatMap(({ problems }) => [...problems]);
}

function newProblems(ground: Ground, { added }: ChecksResult): Problem[] {
  const places = new Set(added.map(({ tab, row, column, kind }) => JSON.stringify([tab, row, column, kind])));
  return allProblems(ground).filter(({ tab, row, column, kind }) =>
    places.has(JSON.stringify([tab, row, column, kind])),
  );
}

function meaningsOf(colours: readonly Question[]): ReadonlyMap<string, string> {
  return new Map(
    colours.flatMap(({ id, answer }) => (answer === null || answer === NO_MEANING ? [] : [[id, answer] as const])),
  );
}

function answeredMeanings(colours: readonly Question[], answers: Ground['answers']): ReadonlyMap<string, string> {
  return new Map(
    colours.flatMap(({ id }) => {
      const said = Object.hasOwn(answers, id) ? answers[id] : undefined;
      return said === undefined ? [] : [[id, said === NO_MEANING ? '' : said] as const];
    }),
  );
}

function columnsFinder({ explained }: Ground) {
  return (tab: string): readonly Column[] => explained.reading.tabs.find(({ name }) => name === tab)?.columns ?? [];
}

function dataStates(states: States): States {
  return new Map(dataTables.map((table) => [table, stateOf(states, table)]));
}

function stateOf(states: States, table: Table): TableState {
  return states.get(table) ?? tableState(table, undefined, undefined);
}

// A tab holds what its table declares: the reading of its cells gave every field a value of its type.
function recordsOf<R>(states: States, table: Table): R[] {
  return [...stateOf(states, table).records.values()] as unknown as R[];
}
