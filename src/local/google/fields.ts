/** Field masks: `sheets(properties.title,data/rowData)`, for answers and for updates. */
import { GoogleRefused } from './refused.ts';

/** What a mask asks of an object: everything ("*"), or some of its fields. */
export type Mask = '*' | ReadonlyMap<string, Mask>;

/** The mask that a text writes; a malformed one is refused as Google does. */
export function parseMask(text: string): Mask {
  const scanner = { text: text.replace(/\s+/gu, ''), at: 0 };
  const mask = readList(scanner);
  if (scanner.at < scanner.text.length) throw invalid(text);
  return mask;
}

/** True when the mask asks for the field, or for something inside it. */
export function wants(mask: Mask, field: string): boolean {
  return mask === '*' || mask.has(field);
}

/** What the mask asks inside a field. */
export function inside(mask: Mask, field: string): Mask {
  return mask === '*' ? '*' : (mask.get(field) ?? new Map<string, Mask>());
}

/** The fields that a mask names, or null when it asks for everything. */
export function fieldsOf(mask: Mask): readonly string[] | null {
  return mask === '*' ? null : [...mask.keys()];
}

/** The value with only what the mask asks, lists item by item; empty objects stay. */
export function project(value: unknown, mask: Mask): unknown {
  if (mask === '*' || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => project(item, mask));
  const kept: Record<string, unknown> = {};
  for (const [field, held] of Object.entries(value)) {
    const inner = mask.get(field);
    if (inner !== undefined) kept[field] = project(held, inner);
  }
  return kept;
}

interface Scanner {
  readonly text: string;
  at: number;
}

function readList(scanner: Scanner): Mask {
  const fields = new Map<string, Mask>();
  let everything = false;
  for (;;) {
    const path = readPath(scanner);
    if (path.names.length === 1 && path.names[0] === '*') everything = true;
    else add(fields, path.names, path.inner);
    if (scanner.text[scanner.at] !== ',') break;
    scanner.at += 1;
  }
  return everything ? '*' : fields;
}

function readPath(scanner: Scanner): { names: string[]; inner: Mask } {
  const names: string[] = [];
  for (;;) {
    const name = /^(?:[A-Za-z][A-Za-z0-9_]*|\*)/u.exec(scanner.text.slice(scanner.at))?.[0];
    if (name === undefined) throw invalid(scanner.text);
    scanner.at += name.length;
    names.push(name);
    const next = scanner.text[scanner.at];
    if (next === '.' || next === '/') scanner.at += 1;
    else if (next === '(') {
      scanner.at += 1;
      const inner = readList(scanner);
      if (scanner.text[scanner.at] !== ')') throw invalid(scanner.text);
      scanner.at += 1;
      return { names, inner };
    } else return { names, inner: '*' };
  }
}

function add(fields: Map<string, Mask>, [name = '', ...rest]: readonly string[], inner: Mask): void {
  const held = fields.get(name);
  if (rest.length === 0 || rest[0] === '*') {
    fields.set(name, held === undefined ? inner : union(held, inner));
    return;
  }
  if (held === '*') return;
  const next = new Map(held ?? []);
  add(next, rest, inner);
  fields.set(name, next);
}

function union(a: Mask, b: Mask): Mask {
  if (a === '*' || b === '*') return '*';
  const both = new Map(a);
  for (const [name, mask] of b) both.set(name, union(both.get(name) ?? new Map<string, Mask>(), mask));
  return both;
}

function invalid(text: string): GoogleRefused {
  return new GoogleRefused(400, `Request contains an invalid argument: invalid field mask "${text}"`);
}
