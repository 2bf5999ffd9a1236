/** The command line, checked: what is asked, or a French sentence that says what is wrong. */
import { parseArgs } from 'node:util';
import { commandNamed, commands } from '../core/commands/index.ts';
import type { Command } from '../core/command.ts';
import { isDay } from '../core/day.ts';
import { Cannot, wordsOf } from './cannot.ts';

/** Where to work. */
export type Place =
  | { readonly kind: 'workbook'; readonly file: string }
  | { readonly kind: 'spreadsheet'; readonly id: string; readonly rootUrl: string | null };

interface Common {
  readonly place: Place;
  readonly today: string | null;
  readonly json: boolean;
}

/** A command to show or to carry out. */
export interface CommandRequest extends Common {
  readonly verb: 'show' | 'apply';
  readonly command: Command;
  readonly input: string | null;
  /** For undo: the journal's row. */
  readonly journalId: string | null;
  readonly out: string | null;
  readonly digest: string | null;
  readonly yes: boolean;
}

/** What the runner is asked. */
export type Request = { readonly verb: 'help' } | (Common & { readonly verb: 'read' }) | CommandRequest;

const options = {
  workbook: { type: 'string' },
  spreadsheet: { type: 'string' },
  'root-url': { type: 'string' },
  out: { type: 'string' },
  input: { type: 'string' },
  today: { type: 'string' },
  digest: { type: 'string' },
  json: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the words after « regie ». */
export function readArguments(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Request {
  const { values, positionals } = parsed(words);
  const [verb, ...rest] = positionals;
  if (values.help || verb === undefined || verb === 'help') return { verb: 'help' };
  if (!isVerb(verb))
    throw new Cannot(`Action inconnue : « ${verb} ». Les actions sont : ${verbs.join(', ')}. Voir aussi --help.`);
  if (verb !== 'read') return commandRequest(verb, rest, { values, environment });
  refuseMore(rest);
  return { verb, ...commonOf(values, environment) };
}

type Values = ReturnType<typeof parsed>['values'];

interface Given {
  readonly values: Values;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

function commonOf(values: Values, environment: Given['environment']): Common {
  return {
    place: placeOf(values, values['root-url'] ?? environment['REGIE_ROOT_URL'] ?? null),
    today: todayOf(values.today),
    json: values.json,
  };
}

function commandRequest(
  verb: 'show' | 'apply' | 'undo',
  [first, ...rest]: readonly string[],
  { values, environment }: Given,
): CommandRequest {
  const command = named(verb === 'undo' ? verb : first);
  refuseMore(rest);
  const common = commonOf(values, environment);
  const { out = null, input = null, digest = null, yes } = values;
  if (verb !== 'show' && (out ?? '') === '' && common.place.kind === 'workbook')
    throw new Cannot('Il manque --out DOSSIER : le dossier où écrire le classeur obtenu et ce qui l’accompagne.');
  const journalId = verb === 'undo' ? (first ?? null) : null;
  return { verb: verb === 'undo' ? 'apply' : verb, command, journalId, ...common, out, input, digest, yes };
}

const verbs = ['read', 'show', 'apply', 'undo'] as const;

function isVerb(word: string): word is (typeof verbs)[number] {
  return verbs.some((verb) => verb === word);
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new Cannot(`${optionTrouble(error)} Voir --help.`, undefined, { cause: error });
  }
}

function optionTrouble(error: unknown): string {
  const { code, message } = wordsOf(error);
  const option = /'(?:-\w, )?(--?[^\s']+)/u.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Option inconnue : « ${option} ».`;
  if (/does not take an argument/u.test(message)) return `L’option « ${option} » ne prend pas de valeur.`;
  return `L’option « ${option} » attend une valeur.`;
}

interface Places {
  readonly workbook?: string | undefined;
  readonly spreadsheet?: string | undefined;
}

function placeOf({ workbook, spreadsheet }: Places, rootUrl: string | null): Place {
  if (workbook !== undefined && spreadsheet !== undefined)
    throw new Cannot('Choisissez --workbook FICHIER ou --spreadsheet ID, pas les deux.');
  if (workbook !== undefined && workbook !== '') return { kind: 'workbook', file: workbook };
  if (spreadsheet !== undefined && spreadsheet !== '') return { kind: 'spreadsheet', id: spreadsheet, rootUrl };
  throw new Cannot('Il manque le classeur : --workbook FICHIER.xlsx, ou --spreadsheet ID pour un classeur Google.');
}

function todayOf(text: string | undefined): string | null {
  if (text === undefined || isDay(text)) return text ?? null;
  throw new Cannot(`La date « ${text} » n’existe pas ou n’est pas écrite AAAA-MM-JJ, comme 2023-05-12.`);
}

function named(name: string | undefined): Command {
  const command = name === undefined ? null : commandNamed(name);
  if (command) return command;
  const list = commands.map((one) => `${one.name} (${one.label})`).join(', ');
  const trouble = name === undefined ? 'Il manque le nom de la commande.' : `Commande inconnue : « ${name} ».`;
  throw new Cannot(`${trouble} Les commandes sont : ${list}.`);
}

function refuseMore(words: readonly string[]): void {
  if (words.length > 0) throw new Cannot(`Mot en trop : « ${words.join(' ')} ». Voir --help.`);
}
