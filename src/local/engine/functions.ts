/** Functions that Google Sheets has and the engine lacks, as far as workbooks like ours use them. */
import type * as Engine from '@odoo/o-spreadsheet';

type Value = Engine.FunctionResultObject;
type Argument = Engine.Arg;

interface Addition {
  readonly description: string;
  readonly args: readonly string[];
  readonly compute: (engine: typeof Engine, ...args: Argument[]) => unknown;
}

const ADDITIONS: Readonly<Record<string, Addition>> = {
  ARRAYFORMULA: {
    description: 'Calcule une formule sur toute une plage.',
    args: ['array_formula (any, range<any>)'],
    compute: (_engine, values) => values,
  },
  N: {
    description: 'Le nombre que vaut une valeur.',
    args: ['value (any)'],
    compute: (_engine, value) => numberOf(value),
  },
  T: {
    description: 'Le texte que vaut une valeur.',
    args: ['value (any)'],
    compute: (_engine, value) => {
      const held = single(value)?.value;
      return typeof held === 'string' ? held : '';
    },
  },
  TO_DATE: {
    description: 'La date d’un numéro de jour.',
    args: ['value (number)'],
    compute: (_engine, value) => ({ value: single(value)?.value ?? 0, format: 'dd/mm/yyyy' }),
  },
  REGEXMATCH: {
    description: 'Vrai quand le texte suit le motif.',
    args: ['text (string)', 'regular_expression (string)'],
    compute: (engine, text, pattern) =>
      matches(engine.helpers.toString(single(text)), engine.helpers.toString(single(pattern))),
  },
  XMATCH: {
    description: 'La position d’une valeur dans une plage.',
    args: ['search_key (any)', 'lookup_range (any, range<any>)'],
    compute: (_engine, key, range) => positionOf(single(key)?.value, range),
  },
};

/** Makes the functions known to the engine; calling it again does nothing. */
export function addGoogleFunctions(engine: typeof Engine): void {
  for (const [name, { description, args, compute }] of Object.entries(ADDITIONS)) {
    if (engine.registries.functionRegistry.contains(name)) continue;
    const definition = {
      description,
      args: args.map((one) => engine.helpers.arg(one, one)),
      compute: (...values: Argument[]) => compute(engine, ...values),
    };
    // The engine accepts bare values and { value, format } alike, but types its functions more closely.
    engine.addFunction(name, definition as unknown as Parameters<typeof engine.addFunction>[1]);
  }
}

function single(argument: Argument): Value | undefined {
  return Array.isArray(argument) ? argument[0]?.[0] : argument;
}

function numberOf(argument: Argument): number {
  const value = single(argument)?.value;
  if (typeof value === 'number') return value;
  return value === true ? 1 : 0;
}

function matches(text: string, pattern: string): unknown {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return { value: '#VALUE!', message: `"${pattern}" is not a regular expression.` };
  }
}

function positionOf(key: unknown, range: Argument): unknown {
  const values = Array.isArray(range) ? range.flat() : [range];
  const wanted = typeof key === 'string' ? key.toLowerCase() : key;
  const index = values.findIndex(
    (one) => (typeof one?.value === 'string' ? one.value.toLowerCase() : one?.value) === wanted,
  );
  return index < 0 ? { value: '#N/A', message: 'Did not find value in XMATCH evaluation.' } : index + 1;
}
