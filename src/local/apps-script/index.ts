/** Local Apps Script: runs the very dist/Code.js with only the globals that Apps Script has, bound to local Google. */
export { createAppsScript } from './apps-script.ts';
export { readBundle } from './bundle.ts';
export { emptyStore } from './store.ts';
export { killed, ScriptFailed, ServiceError } from './errors.ts';
export type {
  Act,
  AppsScript,
  AppsScriptOptions,
  Bundle,
  Buttons,
  Faults,
  GoogleDoor,
  Launch,
  Menu,
  MenuEntry,
  Selection,
  SentMail,
  ServiceCall,
  Store,
  Trigger,
} from './types.ts';
