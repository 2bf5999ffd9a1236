/** What the local Apps Script is given, and what it gives back. */

/** The door to local Google: one synchronous call of a public REST method, its JSON answer; a refusal is thrown with its `status` and `body`. */
export interface GoogleDoor {
  readonly call: (
    api: 'sheets' | 'calendar',
    method: string,
    params: Readonly<Record<string, unknown>>,
    body?: unknown,
  ) => unknown;
  /** The same by the public path, for `UrlFetchApp`. */
  readonly rest?: (call: {
    readonly verb: string;
    readonly path: string;
    readonly query: URLSearchParams;
    readonly body: unknown;
  }) => unknown;
}

/** What clasp would push, as texts. */
export interface Bundle {
  /** Code.js. */
  readonly code: string;
  /** HTML files by name without extension: "sidebar", "dialog". */
  readonly html: Readonly<Record<string, string>>;
  /** appsscript.json. */
  readonly manifest: string;
}

/** A line of a menu of the add-on. */
export type MenuEntry =
  | { readonly kind: 'item'; readonly label: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly label: string; readonly entries: readonly MenuEntry[] };

/** A menu of the menu bar. */
export interface Menu {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

/** Something the script asked the editor to show. */
export type Act =
  | { readonly kind: 'sidebar'; readonly title: string; readonly html: string }
  | {
      readonly kind: 'dialog';
      readonly title: string;
      readonly html: string;
      readonly width: number;
      readonly height: number;
      readonly modal: boolean;
    }
  | { readonly kind: 'toast'; readonly title: string; readonly message: string; readonly seconds: number }
  | { readonly kind: 'alert'; readonly title: string; readonly message: string; readonly buttons: Buttons }
  | { readonly kind: 'select'; readonly tab: string; readonly range: string };

/** The buttons of an alert. */
export type Buttons = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';

/** Where the person stands in the grid. */
export interface Selection {
  readonly tab: string;
  readonly range: string;
}

/** A mail as the script sent it. */
export interface SentMail {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly replyTo: string;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string | null;
  /** ISO instant of the workspace's clock. */
  readonly sentAt: string;
}

/** An installed trigger. */
export interface Trigger {
  readonly uid: string;
  readonly handler: string;
  readonly source: 'CLOCK' | 'SPREADSHEETS' | 'FORMS';
  readonly event: 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';
  /** Spreadsheet or form id; null for a clock. */
  readonly sourceId: string | null;
  /** For a clock: minutes between two runs, or the instant of its only run. */
  readonly everyMinutes: number | null;
  readonly at: string | null;
}

/** What lives longer than an execution; plain JSON, so that a workspace can keep it in its file. */
export interface Store {
  /** By kind ("script", "document", "user:ana@exemple.org"), then by key. */
  readonly properties: Record<string, Record<string, string>>;
  readonly triggers: Trigger[];
  readonly mails: SentMail[];
  /** By kind, then key; `until` is in milliseconds of the workspace's clock. */
  readonly cache: Record<string, Record<string, { readonly text: string; readonly until: number }>>;
}

/** A service call as the faults see it; `n` counts the counted calls of the execution from 1. */
export interface ServiceCall {
  readonly name: string;
  readonly n: number;
}

/** Faults to try the add-on with: hooks around each counted call, which may throw (a `ServiceError`, `killed()`). */
export interface Faults {
  /** Before the service does anything; a number delays the execution by so many milliseconds. */
  readonly beforeCall?: (call: ServiceCall) => number | undefined;
  /** After the service did its work: what is thrown here hides an effect that took place. */
  readonly afterCall?: (call: ServiceCall) => number | undefined;
}

/** How one execution starts. */
export interface Launch {
  /** "person" has the whole editor; "open" and "edit" are the limited simple triggers; "trigger" has no editor. */
  readonly by?: 'person' | 'open' | 'edit' | 'trigger';
  readonly selection?: Selection | null;
}

/** What the local Apps Script is made with. */
export interface AppsScriptOptions {
  readonly google: GoogleDoor;
  readonly spreadsheetId: string;
  readonly bundle: Bundle;
  /** The instant, in milliseconds; `new Date()` in the script follows it. */
  readonly clock: () => number;
  /** E-mail of the person at the keyboard. */
  readonly user: string;
  readonly store?: Store;
  /** How many recipients a day may be written to; 100 unless told, as for a free account. */
  readonly dailyMails?: number;
  /** The answer to an alert with several buttons; without it, "OK", "YES" or what has only one button. */
  readonly answerAlert?: (alert: Act & { kind: 'alert' }) => string;
  readonly faults?: Faults;
  /** How long an execution may last; six minutes unless told. */
  readonly limitMilliseconds?: number;
}

/** A line that the script wrote to its log. */
export interface LogLine {
  readonly level: 'log' | 'info' | 'warn' | 'error';
  readonly text: string;
}

/** The very bundle that clasp pushes, running beside local Google. */
export interface AppsScript {
  /** Runs a top-level function as `google.script.run` or a menu does; throws `ScriptFailed` with Apps Script's own message. */
  readonly run: (functionName: string, args?: readonly unknown[], launch?: Launch) => unknown;
  /** Opens the file: runs onOpen with its limited rights and returns the menus. */
  readonly open: () => readonly Menu[];
  /** A person has typed or pasted in the grid: runs onEdit, when there is one, with its limited rights. */
  readonly edit: (edited: Selection, value?: string) => void;
  readonly menus: () => readonly Menu[];
  /** Hears every sidebar, dialog, toast, alert and move in the grid; returns how to stop. */
  readonly onUi: (listener: (act: Act) => void) => () => void;
  /** Service calls since the last reset, by method. */
  readonly calls: () => Readonly<Record<string, number>>;
  readonly resetCalls: () => void;
  readonly setFaults: (faults: Faults) => void;
  readonly store: () => Store;
  readonly logs: () => readonly LogLine[];
}
