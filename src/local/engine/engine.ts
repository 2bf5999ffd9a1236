/** The spreadsheet engine, prepared once for a server: lean, quiet, French, with the details plugin. */
import './polyfill.ts';
import * as engine from '@odoo/o-spreadsheet';
import { extendEngine } from './extension.ts';
import { addGoogleFunctions } from './functions.ts';

export { engine };

/** The engine's model, and the few inner parts of it that a host needs. */
export type Model = engine.Model;

/** The locale of every document: French numbers and dates. */
export const FRENCH: engine.Locale = {
  name: 'French',
  code: 'fr_FR',
  thousandsSeparator: ' ',
  decimalSeparator: ',',
  weekStart: 1,
  dateFormat: 'dd/mm/yyyy',
  timeFormat: 'hh:mm:ss',
  formulaArgSeparator: ';',
};

const FRENCH_TERMS: Readonly<Record<string, string>> = {
  January: 'janvier',
  February: 'février',
  March: 'mars',
  April: 'avril',
  May: 'mai',
  June: 'juin',
  July: 'juillet',
  August: 'août',
  September: 'septembre',
  October: 'octobre',
  November: 'novembre',
  December: 'décembre',
  Monday: 'lundi',
  Tuesday: 'mardi',
  Wednesday: 'mercredi',
  Thursday: 'jeudi',
  Friday: 'vendredi',
  Saturday: 'samedi',
  Sunday: 'dimanche',
};

// Plugins that only serve a screen; some of them scan every cell at each command.
const SCREEN_ONLY = {
  coreViewsPluginRegistry: ['custom_colors', 'row_size'],
  statefulUIPluginRegistry: ['header_positions', 'viewport', 'clipboard', 'carousel_ui'],
  featurePluginRegistry: [
    'autofill',
    'automatic_sum',
    'insert_pivot',
    'pivot_presence',
    'split_to_columns',
    'table_autofill',
    'table_ui_resize',
    'geo_features',
    'data_cleanup',
    'ui_sheet',
    'sort',
    'format',
    'checkbox_toggle',
  ],
} as const;

/** Runs some work of the engine without what it prints on the console. */
export function quietly<T>(work: () => T): T {
  const { debug, log } = console;
  console.debug = () => undefined;
  console.log = () => undefined;
  try {
    return work();
  } finally {
    console.debug = debug;
    console.log = log;
  }
}

/** The work of one batch, passed through the command "HOST_BATCH"; what it throws is kept there. */
export interface HostBatch {
  readonly work: () => void;
  failure?: unknown;
  failed?: true;
}

const batches = new Map<number, HostBatch>();
let nextBatch = 1;

/** Runs commands as one revision and one evaluation; when the work throws, nothing of it remains and the error is thrown on. */
export function dispatchBatch(model: Model, work: () => void): void {
  const batch: HostBatch = { work };
  const id = nextBatch;
  nextBatch += 1;
  batches.set(id, batch);
  try {
    // The engine types its commands closed; this one is registered below.
    const dispatch = model.dispatch as unknown as (type: string, payload: object) => engine.DispatchResult;
    const result = quietly(() => dispatch('HOST_BATCH', { id }));
    if (!result.isSuccessful)
      throw new Error(`Cannot change the document: the engine refuses the batch (${result.reasons.join(', ')})`);
  } finally {
    batches.delete(id);
  }
  if (batch.failed) throw batch.failure;
}

function prepare(): void {
  for (const key of SCREEN_ONLY.coreViewsPluginRegistry) engine.registries.coreViewsPluginRegistry.remove(key);
  for (const key of SCREEN_ONLY.statefulUIPluginRegistry) engine.registries.statefulUIPluginRegistry.remove(key);
  for (const key of SCREEN_ONLY.featurePluginRegistry) engine.registries.featurePluginRegistry.remove(key);
  extendEngine(engine);
  addGoogleFunctions(engine);
  engine.setTranslationMethod(
    (...[term, ...values]) => fill(FRENCH_TERMS[term] ?? term, values),
    () => true,
  );
  engine.registries.featurePluginRegistry.add('host_batch', HostBatchPlugin);
  evaluateUsedCellsOnly();
}

/**
 * The engine evaluates a whole document by visiting every position of every tab: a thousand rows by 26 columns for each,
 * nearly all empty. Here it visits each tab up to its last cell; a result that spreads further is set where it spreads.
 */
function evaluateUsedCellsOnly(): void {
  const registry = engine.registries.coreViewsPluginRegistry;
  const Evaluation = registry.get('evaluation');
  registry.replace(
    'evaluation',
    class extends Evaluation {
      constructor(config: ConstructorParameters<typeof Evaluation>[0]) {
        super(config);
        const { evaluator } = this as unknown as { evaluator: Evaluator };
        evaluator.evaluateAllCells = () => {
          evaluator.evaluatedCells = new evaluator.evaluatedCells.constructor();
          const zones = this.getters
            .getSheetIds()
            .map((sheetId) => ({ sheetId, zone: usedZone(this.getters, sheetId) }));
          evaluator.evaluate(zones.filter(({ zone }) => zone.bottom >= 0));
        };
      }
    },
  );
}

interface Evaluator {
  evaluateAllCells: () => void;
  evaluatedCells: { readonly constructor: new () => Evaluator['evaluatedCells'] };
  readonly evaluate: (zones: readonly { readonly sheetId: string; readonly zone: engine.Zone }[]) => void;
}

function usedZone(getters: engine.Getters, sheetId: string): engine.Zone {
  const zone = { top: 0, left: 0, bottom: -1, right: -1 };
  for (const { id } of getters.getCells(sheetId)) {
    const { row, col } = getters.getCellPosition(id);
    if (row > zone.bottom) zone.bottom = row;
    if (col > zone.right) zone.right = col;
  }
  return zone;
}

// The engine takes plugins as classes only.
class HostBatchPlugin extends engine.UIPlugin {
  static override getters = [];
  static override layers = [];
  private readonly observer: ConstructorParameters<typeof engine.UIPlugin>[0]['stateObserver'];

  constructor(config: ConstructorParameters<typeof engine.UIPlugin>[0]) {
    super(config);
    this.observer = config.stateObserver;
  }

  override handle(command: engine.Command): void {
    const { type, id } = command as unknown as { type: string; id: number };
    const batch = type === 'HOST_BATCH' ? batches.get(id) : undefined;
    if (!batch) return;
    try {
      batch.work();
    } catch (error) {
      batch.failed = true;
      batch.failure = error;
      this.takeBack();
    }
  }

  // What the engine does to revert a revision, applied to the one being recorded: no trace, no message to the pages.
  private takeBack(): void {
    const observer = this.observer as unknown as { changes: Change[]; commands: engine.CoreCommand[] };
    for (const { target, key, before } of observer.changes.splice(0).reverse()) {
      if (before === undefined) Reflect.deleteProperty(target, key);
      else Reflect.set(target, key, before);
    }
    const commands = observer.commands.splice(0);
    this.dispatch('UNDO', { commands });
  }
}

interface Change {
  readonly target: object;
  readonly key: PropertyKey;
  readonly before: unknown;
}

prepare();

// As the engine's own default: "%s" in turn, or "%(name)s" by name.
function fill(term: string, values: readonly unknown[]): string {
  const [first] = values;
  if (values.length === 1 && typeof first === 'object' && first !== null && !(first instanceof String)) {
    const named = first as Readonly<Record<string, unknown>>;
    return term.replace(/%\(([^)]+)\)s/gu, (_all, name: string) => String(named[name]));
  }
  let next = 0;
  return term.replace(/%s/gu, () => String(values[next++]));
}
