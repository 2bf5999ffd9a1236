/**
 * The door of the engine's folder: the only way in for the rest of the workspace.
 *
 * Server: `const doc = openDocument(savedState)`; `doc.read.held(tab, row, column)`, `doc.batch((write) => …)`,
 * `doc.state()` to save, `doc.onChange(…)` to know of each accepted revision and whether a page made it.
 *
 * Page: the server sends `doc.snapshot()` as JSON and opens a WebSocket; on the server, for each socket,
 *   const member = doc.join((message) => socket.send(message));
 *   socket.on('message', (text) => member.receive(String(text)));
 *   socket.on('close', () => member.leave());
 * In the page, `extendEngine(o_spreadsheet)` of ./extension.ts (it imports nothing at run time), then
 *   const model = new Model(snapshot.data, { transportService, client: { id, name } }, snapshot.revisions)
 *   sendWhole(model)
 * whose transport sends `JSON.stringify(message)` and gives each received message, parsed, to the callbacks. Every
 * accepted message comes back to its sender too: that is its acknowledgement. A page that lost its socket reloads the
 * snapshot (the model triggers "unexpected-revision-id" when it has missed a revision).
 */
export { openDocument } from './document.ts';
export type { Doc, PageSnapshot } from './document.ts';
export { openSeed } from './seed.ts';
export type { Seed, SeedCell, SeedTab } from './seed.ts';
export type { AcceptedRevision, Member } from './hub.ts';
export type {
  CellDetail,
  ExtensionCommand,
  ExtensionGetters,
  PlacedNote,
  Protection,
  TextRun,
  Zone,
} from './extension.ts';
export { cellRuleOf, conditionOf, isFormatType, isValidationType, validationOf } from './criteria.ts';
export type { Condition, ValidationRule } from './criteria.ts';
export { isDrawn } from './charts.ts';
export type { ChartShape } from './charts.ts';
export { numberFormatType } from './number-format.ts';
export { toEngineFormula } from './formula.ts';
export { editedZones } from './edited.ts';
export type { EditedZone } from './edited.ts';
export { engineTitle } from './tabs.ts';
export type { CellStyle, HeldCell, Reader, ShownCell } from './reader.ts';
export type { CellEdit } from './cell-writer.ts';
export type { ChartPlace, Dimension, Writer } from './writer.ts';
export type { Tab } from './tabs.ts';
