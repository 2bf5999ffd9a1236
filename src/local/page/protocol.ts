// What the page and the server say to each other. No DOM here: the server imports it too.

/** The revision log's messages, opaque to everybody but the engine. */
export type Revision = { readonly type: string; readonly nextRevisionId?: string; readonly serverRevisionId?: string };

/** A line of a menu that the add-on declared with getUi().createMenu(). */
export type MenuEntry =
  | { readonly kind: 'item'; readonly label: string; readonly functionName: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly label: string; readonly entries: readonly MenuEntry[] };

/** A menu of the menu bar, as declared by the add-on. */
export type Menu = { readonly label: string; readonly entries: readonly MenuEntry[] };

/** Where the workspace stands; sent with the workbook and pushed when it changes. */
export type Status = {
  readonly generation: string;
  readonly name: string;
  readonly source: 'sample' | 'file';
  readonly day: string;
  readonly today: string;
  readonly menus: readonly Menu[];
  /** What is wrong with the workspace itself. */
  readonly trouble: string | null;
  /** What the owner of a workbook should know of its opening. */
  readonly notices: readonly string[];
};

/** The open workbook: a snapshot of the engine and the revisions made since. */
export type OpenWorkbook = {
  readonly status: Status;
  readonly snapshot: unknown;
  readonly revisions: readonly Revision[];
  readonly revisionId: string;
};

/** The buttons of an alert, as SpreadsheetApp.ButtonSet names them. */
export type Buttons = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';

/** What a script asks the page to show. A frame is the address of HTML to be shown sandboxed. */
export type Act =
  | { readonly kind: 'sidebar'; readonly title: string; readonly frame: string }
  | {
      readonly kind: 'dialog';
      readonly title: string;
      readonly frame: string;
      readonly width: number;
      readonly height: number;
      readonly modal: boolean;
    }
  | { readonly kind: 'toast'; readonly title: string; readonly message: string; readonly seconds: number }
  | { readonly kind: 'alert'; readonly title: string; readonly message: string; readonly buttons: Buttons }
  | { readonly kind: 'select'; readonly tab: string; readonly range: string };

/** Where the person stands in the grid when she runs something. */
export type Selection = { readonly tab: string; readonly range: string };

/** What POST /run is asked. */
export type RunRequest = {
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly selection: Selection | null;
};

/** What POST /run answers: the function's value or its error, and what it showed. */
export type RunAnswer = { readonly acts: readonly Act[] } & (
  { readonly value: unknown } | { readonly error: { readonly name: string; readonly message: string } }
);

/** Server to page. */
export type ToPage =
  | { readonly kind: 'revision'; readonly message: Revision }
  | { readonly kind: 'status'; readonly status: Status; readonly revisionId: string }
  | { readonly kind: 'act'; readonly act: Act };

/** Page to server. */
export type ToServer = { readonly kind: 'revision'; readonly message: Revision };

/** A refusal to show as it is, in French. */
export type Refusal = { readonly refusal: string };

/** A form that Régie opened. */
export type FormLine = {
  readonly id: string;
  readonly title: string;
  /** Where one fills it in. */
  readonly address: string;
  readonly accepting: boolean;
  readonly answers: number;
};

/** What a guest may answer, and what no answer is. */
export type GuestAnswer = 'accepted' | 'declined' | 'tentative' | 'needsAction';

/** An event in a calendar of Régie's; days "2023-06-05", times "2023-06-05T18:30" in Paris. */
export type EventLine = {
  readonly id: string;
  readonly calendarId: string;
  readonly calendar: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly place: string;
  readonly description: string;
  /** The address of its video call, or nothing. */
  readonly link: string;
  readonly cancelled: boolean;
  readonly guests: readonly { readonly address: string; readonly answer: GuestAnswer }[];
  /** What Google wrote to guests of its own accord, oldest first. */
  readonly notices: readonly {
    readonly at: string;
    readonly kind: 'invitation' | 'update' | 'cancellation';
    readonly to: string;
  }[];
};

/** What someone does in the calendar: a guest answers, its owner moves an event or removes it. */
export type AgendaAct = { readonly calendarId: string; readonly eventId: string } & (
  | { readonly act: 'answer'; readonly address: string; readonly answer: Exclude<GuestAnswer, 'needsAction'> }
  | { readonly act: 'move'; readonly start: string; readonly end: string; readonly place: string }
  | { readonly act: 'remove' }
);

/** A mail as it was sent. */
export type MailLine = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly sentAt: string;
  readonly text: string;
  /** The HTML that was sent with the text; null for a mail of text only. */
  readonly html: string | null;
};

/** What the other places of the workspace list. */
export type Places = {
  readonly forms: readonly FormLine[];
  readonly events: readonly EventLine[];
  readonly mails: readonly MailLine[];
};
