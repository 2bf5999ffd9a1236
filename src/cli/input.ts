/** The input of a command: a JSON file or the standard input, checked by the command's schema. */
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { fr } from 'zod/locales';
import type { Command } from '../core/command.ts';
import { Cannot, wordsOf } from './cannot.ts';
import type { Terminal } from './terminal.ts';

// What a command refuses is said by zod, to people.
z.config(fr());

const fields = z.record(z.string(), z.unknown());

/** The fields that --input holds; none when it is absent. */
export async function readInput(source: string | null, terminal: Terminal): Promise<Readonly<Record<string, unknown>>> {
  if (source === null) return {};
  const name = source === '-' ? 'l’entrée standard' : `« ${source} »`;
  const text = source === '-' ? await terminal.standardInput() : await readText(terminal.path(source), source);
  try {
    const parsed = fields.safeParse(JSON.parse(text.replace(/^\ufeff/u, '')));
    if (parsed.success) return parsed.data;
  } catch (error) {
    throw new Cannot(`Le JSON de ${name} ne se lit pas : ${wordsOf(error).message}.`, undefined, { cause: error });
  }
  throw new Cannot(`Le JSON de ${name} doit être un objet, comme {"answers": {}}.`);
}

/** Refuses an input that the command does not take, or of which it would leave something aside. */
export function checkInput(command: Command, input: unknown): void {
  const [stray] = strayFields(z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }), input, []);
  if (stray) {
    const known = stray.known.length === 0 ? 'elle n’en prend aucune ici' : `elle connaît : ${stray.known.join(', ')}`;
    throw new Cannot(`« ${command.label} » ne connaît pas l’indication « ${stray.field} » ; ${known}.`);
  }
  const parsed = command.input.safeParse(input);
  if (parsed.success) return;
  const details = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.map(String).join('.')} : ${message}`,
  );
  throw new Cannot(`Ces indications ne conviennent pas à « ${command.label} » : ${details.join(' ; ')}.`);
}

interface Stray {
  readonly field: string;
  readonly known: readonly string[];
}

/** The fields that the schema does not name, at any depth, each with those that stand beside it. */
function strayFields(schema: z.core.JSONSchema._JSONSchema, value: unknown, path: readonly string[]): Stray[] {
  if (typeof schema === 'boolean' || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items === undefined || Array.isArray(items)) return [];
    return value.flatMap((item, index) => strayFields(items, item, [...path, String(index + 1)]));
  }
  const { properties, additionalProperties: others } = schema;
  if (properties === undefined && others === undefined) return [];
  return Object.entries(value).flatMap(([field, part]) => {
    const at = [...path, field];
    const own = properties !== undefined && Object.hasOwn(properties, field) ? properties[field] : undefined;
    if (own !== undefined) return strayFields(own, part, at);
    if (typeof others === 'object') return strayFields(others, part, at);
    return [{ field: at.join('.'), known: Object.keys(properties ?? {}) }];
  });
}

async function readText(file: string, shown: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Cannot(`Le fichier « ${shown} » ne peut pas être lu : ${reasonOf(error)}.`, undefined, { cause: error });
  }
}

/** Why a file cannot be read or written, in French. */
export function reasonOf(error: unknown): string {
  const { code, message } = wordsOf(error);
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'il n’existe pas',
    EROFS: 'rien ne peut y être créé',
    EISDIR: 'c’est un dossier',
    ENOTDIR: 'son chemin passe par un fichier',
    EACCES: 'l’accès est refusé',
    EPERM: 'l’accès est refusé',
    EEXIST: 'un fichier porte déjà ce nom',
    ENOSPC: 'le disque est plein',
  };
  return reasons[code] ?? message;
}
