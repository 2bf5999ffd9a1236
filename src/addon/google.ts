/** The only file that knows Apps Script's services; each function is one thing that Régie asks of Google. */
import type { CalendarCall } from '../core/calendar/asks.ts';
import type { Sent } from '../core/catch-up.ts';
import type { Moment } from '../core/command.ts';
import type { OutgoingMail } from '../core/mails/sending.ts';
import type { FormCall } from '../core/registrations/catch-up.ts';
import { GoogleRefused } from '../core/shell.ts';
import type { Ask } from '../core/shell.ts';
import { tableTitled } from '../core/typed-cells.ts';
import type { TypedCells } from '../core/typed-cells.ts';
import type { Shown } from '../core/workbook.ts';
import { fateOf } from './mail-trouble.ts';
import type { Pass } from './pass.ts';
import { classify, GoogleSilent, SheetsMissing } from './trouble.ts';

const ZONE = 'Europe/Paris';
const LOCK_WAIT = 5_000;
/** Numbers of records stand at the left; a row may be very wide. */
const ROW_WIDTH = 30;
const RETRY_WAITS: readonly number[] = [500, 1_000, 2_000];

/** Performs one call of Sheets v4; what may be repeated without harm is tried again while Google is overloaded. */
export function perform(spreadsheetId: string, ask: Ask): unknown {
  for (const wait of RETRY_WAITS) {
    try {
      return call(spreadsheetId, ask);
    } catch (error) {
      if (!mayRepeat(ask, error)) throw error;
      Utilities.sleep(wait);
    }
  }
  return call(spreadsheetId, ask);
}

/** A batch whose fate is unknown is never sent again: the shell reads the workbook first. */
function mayRepeat(ask: Ask, error: unknown): boolean {
  const overloaded = error instanceof GoogleRefused && error.status === 429;
  return overloaded || (ask.do === 'get' && error instanceof GoogleSilent);
}

function call(spreadsheetId: string, ask: Ask): unknown {
  // Without the advanced service the name itself does not exist.
  const service = typeof Sheets === 'undefined' ? undefined : Sheets.Spreadsheets;
  if (!service) throw new SheetsMissing('Cannot call Sheets v4: the advanced service is off, enabled wanted');
  try {
    if (ask.do === 'batchUpdate') return service.batchUpdate({ requests: [...ask.requests] }, spreadsheetId);
    const { ranges, fields } = ask;
    return service.get(spreadsheetId, ranges === null ? { fields } : { ranges, fields });
  } catch (error) {
    throw classify(error);
  }
}

/** Performs one call of Calendar v3, on a calendar that Régie made. */
export function performCalendar(ask: CalendarCall): unknown {
  const Events = typeof Calendar === 'undefined' ? undefined : Calendar.Events;
  const Calendars = typeof Calendar === 'undefined' ? undefined : Calendar.Calendars;
  if (!Events || !Calendars) throw new GoogleRefused(403, 'Cannot call Calendar v3: the advanced service is off');
  try {
    switch (ask.do) {
      case 'createCalendar':
        return Calendars.insert({ summary: ask.title, description: ask.description, timeZone: ZONE });
      case 'listEvents':
        return Events.list(ask.calendar, {
          maxResults: 2500,
          ...(ask.token === null ? { showDeleted: true } : { syncToken: ask.token }),
          ...(ask.page === null ? {} : { pageToken: ask.page }),
        });
      case 'getEvent':
        return Events.get(ask.calendar, ask.event);
      case 'insertEvent':
        return Events.insert({ ...ask.event }, ask.calendar, writing(ask.event, true));
      case 'reviveEvent':
        return Events.update({ ...ask.event }, ask.calendar, ask.id, writing(ask.event, true));
      case 'patchEvent': {
        const options = writing(ask.changes, ask.tell);
        return Events.patch({ ...ask.changes }, ask.calendar, ask.id, options, { 'If-Match': ask.etag });
      }
      case 'deleteEvent':
        Events.remove(ask.calendar, ask.id, writing({}, true), { 'If-Match': ask.etag });
        return null;
    }
  } catch (error) {
    throw classify(error);
  }
}

/** « none » tells nobody; a video call is only made by a call that knows them. */
function writing(event: Readonly<Record<string, unknown>>, tell: boolean): Record<string, unknown> {
  return { sendUpdates: tell ? 'all' : 'none', ...('conferenceData' in event ? { conferenceDataVersion: 1 } : {}) };
}

/** The id of the open file. */
export function currentSpreadsheetId(): string {
  return SpreadsheetApp.getActive().getId();
}

/** The open file and the person at the keyboard. */
export function currentPass(): Pass {
  return { spreadsheetId: currentSpreadsheetId(), who: Session.getActiveUser().getEmail() };
}

/** The instant, as civil day and time in Paris. */
export function currentMoment(): Moment {
  const [today = '', time = ''] = Utilities.formatDate(new Date(), ZONE, 'yyyy-MM-dd HH:mm').split(' ');
  return { today, time };
}

/** How many mails this account may still send today. */
export function mailQuota(): number {
  return MailApp.getRemainingDailyQuota();
}

/** Sends one mail; a failure is told as what became of it. */
export function sendMail({ to, subject, body, html, senderName, replyTo }: OutgoingMail): Sent {
  try {
    MailApp.sendEmail({
      to,
      subject,
      body,
      htmlBody: html,
      ...(senderName === '' ? {} : { name: senderName }),
      ...(replyTo === null ? {} : { replyTo }),
    });
    return { outcome: 'sent' };
  } catch (error) {
    report(error);
    return fateOf(error);
  }
}

/** Calls Forms v1; the token is asked for once. */
export function formsCaller(): (calls: readonly FormCall[]) => readonly unknown[] {
  let token: string | null = null;
  return (calls) => {
    token ??= ScriptApp.getOAuthToken();
    const authorization = `Bearer ${token}`;
    try {
      return callTogether(calls, authorization);
    } catch (error) {
      throw classify(error);
    }
  };
}

function callTogether(calls: readonly FormCall[], authorization: string): readonly unknown[] {
  const responses = UrlFetchApp.fetchAll(
    calls.map(({ verb, path, body, blind }) => ({
      url: `https://forms.googleapis.com${path}`,
      method: verb === 'GET' ? 'get' : 'post',
      headers: { Authorization: authorization },
      muteHttpExceptions: blind !== true,
      ...(body === undefined ? {} : { contentType: 'application/json', payload: JSON.stringify(body) }),
    })),
  );
  return responses.map((response, index) =>
    calls[index]?.blind === true ? null : answerIn(response.getContentText()),
  );
}

/** Google's answers are JSON, its refusals too; anything else is a fault on the way. */
function answerIn(text: string): unknown {
  const answer = parsed(text);
  if (answer === null || answer === undefined) throw new GoogleSilent('Forms v1 gave an answer that is no JSON');
  const { error } = answer as { readonly error?: { readonly code?: number; readonly message?: string } };
  if (error === undefined) return answer;
  const { code = 500, message = '' } = error;
  throw code >= 500 ? new GoogleSilent(message) : new GoogleRefused(code, message);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Has the function run at each answer to a form from now on, once; triggers of this account on that form are replaced. */
export function runOnAnswers(formId: string, functionName: string): void {
  for (const trigger of ScriptApp.getProjectTriggers())
    if (trigger.getHandlerFunction() === functionName && trigger.getTriggerSourceId() === formId)
      ScriptApp.deleteTrigger(trigger);
  ScriptApp.newTrigger(functionName).forForm(formId).onFormSubmit().create();
}

/** A text that Régie keeps beside this file, for all who use it. */
export function kept(key: string): string | null {
  return PropertiesService.getDocumentProperties().getProperty(key);
}

/** Keeps a text beside this file. */
export function keep(key: string, text: string): void {
  PropertiesService.getDocumentProperties().setProperty(key, text);
}

/** Has the function run every ten minutes from now on, once; triggers of this account on it are replaced. */
export function runEveryTenMinutes(functionName: string): void {
  for (const trigger of ScriptApp.getProjectTriggers())
    if (trigger.getHandlerFunction() === functionName) ScriptApp.deleteTrigger(trigger);
  ScriptApp.newTrigger(functionName).timeBased().everyMinutes(10).create();
}

/** Does the work while no other run of Régie writes to this file; null when another one holds on. */
export function withLock<T>(work: () => T): { readonly result: T } | null {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(LOCK_WAIT)) return null;
  try {
    return { result: work() };
  } finally {
    lock.releaseLock();
  }
}

/** A line of Régie's menu: a label with the global function it calls, or a line between two groups. */
export type MenuLine = { readonly label: string; readonly functionName: string } | 'separator';

/** Puts the menu in the menu bar. */
export function addMenu(title: string, lines: readonly MenuLine[]): void {
  const menu = SpreadsheetApp.getUi().createMenu(title);
  for (const line of lines) {
    if (line === 'separator') menu.addSeparator();
    else menu.addItem(line.label, line.functionName);
  }
  menu.addToUi();
}

/** A page to show: an HTML file of the project, and what replaces its marks. */
export interface Page {
  readonly file: string;
  readonly title: string;
  readonly marks: Readonly<Record<string, string>>;
}

/** Opens the page beside the grid. */
export function showSidebar(page: Page): void {
  SpreadsheetApp.getUi().showSidebar(output(page));
}

/** Opens the page above the grid; a modal one keeps the grid from being changed meanwhile. */
export function showDialog(
  page: Page,
  size: { readonly width: number; readonly height: number; modal: boolean },
): void {
  const html = output(page).setWidth(size.width).setHeight(size.height);
  const ui = SpreadsheetApp.getUi();
  if (size.modal) ui.showModalDialog(html, page.title);
  else ui.showModelessDialog(html, page.title);
}

function output({ file, title, marks }: Page): GoogleAppsScript.HTML.HtmlOutput {
  let content = HtmlService.createHtmlOutputFromFile(file).getContent();
  for (const [mark, text] of Object.entries(marks)) content = content.replace(mark, () => text);
  return HtmlService.createHtmlOutput(content).setTitle(title);
}

/** Brings the grid to a cell; false when its tab is not there any more. */
export function activate(tab: string, cell: string): boolean {
  const sheet = SpreadsheetApp.getActive().getSheetByName(tab);
  if (!sheet) return false;
  sheet.getRange(cell).activate();
  return true;
}

const MOST_CELLS = 20_000;
const ADVICE_SECONDS = 12;

/** The cells that an edit touched, when their tab may be Régie's; of a very large paste only the first rows. */
export function typedCells(event: unknown): TypedCells | null {
  const { range } = (event ?? {}) as Partial<GoogleAppsScript.Events.SheetsOnEdit>; // Given by Sheets, or by nobody.
  if (!range) return null;
  const sheet = range.getSheet();
  const tab = sheet.getName();
  if (tableTitled(tab) === null) return null;
  const [row, column, width] = [range.getRow(), range.getColumn(), range.getNumColumns()];
  const height = Math.max(1, Math.min(range.getNumRows(), Math.floor(MOST_CELLS / width)));
  const isSmall = height === 1 && width === 1;
  const cells = isSmall ? range : sheet.getRange(row, column, height, width);
  const [headers = []] = sheet.getRange(1, 1, 1, Math.max(1, sheet.getLastColumn())).getValues();
  return {
    tab,
    headers: headers.map(shownOf),
    row,
    column,
    values: cells.getValues().map((line) => line.map(shownOf)),
  };
}

/** A value of the classic service: a date is one whatever its day, an error is a text. */
function shownOf(value: unknown): Shown {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    if (value === '') return null;
    return /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!)$/u.test(value) ? { error: value } : value;
  }
  return value === null || value === undefined ? null : ANY_DATE;
}

// 1 January 2000: only whether the cell holds a date matters here, not which.
const ANY_DATE = 36_526;

/** Says something in the corner of the grid. */
export function advise(text: string): void {
  SpreadsheetApp.getActive().toast(text, 'Régie', ADVICE_SECONDS);
}

/** The tab that she looks at, and what the row of the current cell shows from the first column on. */
export function currentRow(): { readonly tab: string; readonly texts: readonly string[] } | null {
  // The type says always a range; there is none when a chart is selected.
  const cell = SpreadsheetApp.getActiveRange() as GoogleAppsScript.Spreadsheet.Range | null;
  if (!cell) return null;
  const sheet = cell.getSheet();
  const width = Math.min(Math.max(1, sheet.getLastColumn()), ROW_WIDTH);
  const [values = []] = sheet.getRange(cell.getRow(), 1, 1, width).getValues();
  return { tab: sheet.getName(), texts: values.filter((value) => typeof value === 'string') };
}

/** Leaves a trace for whoever maintains the script; never what cells hold. */
export function report(error: unknown): void {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}
