/**
 * npm run bench [-- --json]: service calls by method, core time, memory, bundle size and what weighs most in it.
 * Calls are exact and the same on every machine; times are those of this one.
 */
import { readFileSync, statSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import { commandNamed } from '../../src/core/commands/index.ts';
import type { Command } from '../../src/core/command.ts';
import { journalTable } from '../../src/core/journal.ts';
import { afterPlan } from '../../src/core/plan.ts';
import { decide } from '../../src/core/preview.ts';
import { changeTable, readTable } from '../../src/core/records.ts';
import type { Answers, Method, Reply, RequestOf } from '../../src/core/rpc.ts';
import { questions } from '../../src/core/registrations/questions.ts';
import { fieldMask, readSnapshot } from '../../src/core/snapshot.ts';
import { consentTable } from '../../src/core/tables/consent.ts';
import { memberTable } from '../../src/core/tables/member.ts';
import { registrationTable } from '../../src/core/tables/registration.ts';
import { typingAdvice } from '../../src/core/typed-cells.ts';
import { isFormula } from '../../src/core/workbook.ts';
import type { Grid, Shown, Workbook } from '../../src/core/workbook.ts';
import { createAppsScript, readBundle } from '../../src/local/apps-script/index.ts';
import type { AppsScript } from '../../src/local/apps-script/index.ts';
import { createLocalGoogle, createSpreadsheet } from '../../src/local/google/index.ts';
import type { LocalGoogle } from '../../src/local/google/index.ts';
import { readXlsx } from '../../src/local/xlsx/index.ts';
import { blank } from '../support/blank.ts';
import { calendarWorkbook, seat, session } from '../support/calendar.ts';
import { mailWorkbook, outboxRow } from '../support/mails.ts';
import { viewNamed } from '../../src/core/views/index.ts';
import { stateFor } from '../support/command-arbitrary.ts';
import { membersView } from '../../src/core/views/members.ts';
import { spacesView } from '../../src/core/views/spaces.ts';
import { addressOf, club, memberNames, registrationWorkbook, standings } from '../support/registrations.ts';
import { largeRegister } from '../support/large-register.ts';
import { largeWorkbook } from '../support/large-workbook.ts';
import { stateFrom } from '../support/workbook-of.ts';

interface Row {
  readonly work: string;
  readonly calls: Readonly<Record<string, number>> | null;
  readonly milliseconds: number;
}

const NOW = Date.parse('2023-05-12T08:00:00Z');
const moment = { today: '2023-05-12', time: '10:00' };
const rows: Row[] = [];
const passes = new WeakMap<AppsScript, string>();

await benchRoundTrips();
benchMails(300);
benchCalendar(60, 10);
benchRegistrations(60);
for (const members of [100, 1000, 5000]) benchCore(members, (members * 2) / 5);
benchRegister(5000, 3000);
report();

/** The main job on the sample, through the very bundle that clasp pushes. */
async function benchRoundTrips(): Promise<void> {
  const google = createLocalGoogle();
  const { doc } = await readXlsx(readFileSync('src/local/sample/mila-2023.xlsx'), { title: 'MILA 2023' });
  const script = scriptOn(google, google.add(doc));
  passOf(script);
  const open = timed('sidebar opened, before adoption', script, () =>
    ask(script, 'look', { view: 'home', input: {}, known: null }),
  );
  const adopted = runCommand(script, 'adopt', { input: {}, known: open.known });
  runCommand(script, 'adopt', { input: {}, known: adopted.known, label: 'adopt again, unchanged' });
  const built = runCommand(script, 'build-budget', { input: {}, known: adopted.known });
  runCommand(script, 'build-budget', { input: {}, known: built.known, label: 'build-budget again, unchanged' });
  timed('sidebar opened, after adoption', script, () =>
    ask(script, 'look', { view: 'home', input: {}, known: built.known }),
  );
  const { journalId, tabs } = built;
  runCommand(script, 'undo', { input: { id: journalId, tabs }, known: built.known });
}

/** Mails that wait, sent by one run of the clock. */
function benchMails(count: number): void {
  const google = createLocalGoogle();
  const rows = Array.from({ length: count }, (_, index) => outboxRow(index + 1, 'waiting'));
  const workbook = {
    ...mailWorkbook(rows, { mail_reserve: '0' }),
    [journalTable.tab]: [journalTable.columns.map(({ header }) => header)],
  };
  const script = scriptOn(google, google.add(createSpreadsheet(workbook)), count);
  timed(`${count} mails, one run of the clock`, script, () => script.run('tick', [{}], { by: 'trigger' }));
  const { length } = script.store().mails;
  if (length !== count) throw new Error(`Cannot measure ${count} mails: ${length} were sent`);
}

/** Sessions with guests go to a calendar that was just made; then nothing changed, then half of them get one guest more. */
function benchCalendar(sessions: number, guests: number): void {
  const google = createLocalGoogle(undefined, () => NOW);
  const all = Array.from({ length: sessions }, (_, index) => session(index + 1));
  const seats = all.flatMap(({ id }, index) =>
    Array.from({ length: guests }, (_, guest) => seat(index * guests + guest + 1, id)),
  );
  const spreadsheetId = google.add(createSpreadsheet(calendarWorkbook(all, seats)));
  const script = scriptOn(google, spreadsheetId);
  passOf(script);
  const keep = () => ask(script, 'keepCalendar', { known: null, seconds: 200 });
  keep();
  const { added } = timed(`${sessions} sessions of ${guests} guests to the calendar`, script, keep);
  if (added !== sessions) throw new Error(`Cannot measure the calendar: ${added} of ${sessions} sessions went in it`);
  timed('the same, nothing changed', script, keep);
  const more = all.slice(0, sessions / 2).map(({ id }, index) => seat(9000 + index, id));
  const get = { spreadsheetId, fields: 'sheets.properties(sheetId,title)' };
  const { sheets } = google.call('sheets', 'spreadsheets.get', get) as {
    sheets: { properties: { sheetId: number; title: string } }[];
  };
  const sheetId = sheets.find(({ properties }) => properties.title === registrationTable.tab)?.properties.sheetId;
  const values = changeTable(registrationTable, undefined, { put: [...seats, ...more] }).slice(-more.length);
  const rows = values.map((row) => ({
    values: row.map((one) => (typeof one === 'string' ? { userEnteredValue: { stringValue: one } } : {})),
  }));
  const requests = [{ appendCells: { sheetId, rows, fields: 'userEnteredValue' } }];
  google.call('sheets', 'spreadsheets.batchUpdate', { spreadsheetId }, { requests });
  timed(`the same, one guest more in ${sessions / 2}`, script, keep);
}

/** One answer to the form where many are in, and a « Non » that gives its seat to whoever waits; mails wait for her. */
function benchRegistrations(answers: number): void {
  const google = createLocalGoogle(undefined, () => NOW);
  const sessions = [{ ...club, date: '2023-06-05', capacity: 3 }];
  const workbook = registrationWorkbook(sessions, { drafts_only: 'oui' });
  const script = scriptOn(google, google.add(createSpreadsheet(workbook)));
  ask(script, 'forms', { known: null, make: true });
  const send = (who: string, wish: 'yes' | 'no', seconds: number) => {
    const given = {
      ...{ [questions.code.id]: 'SEA-0001', [questions.wish.id]: questions.wish[wish], [questions.name.id]: who },
      [questions.email.id]: addressOf(who),
    };
    const [form] = google.forms().list();
    google.forms().submit(form?.formId ?? '', given, new Date(NOW + seconds * 1000));
  };
  for (let count = 0; count < answers; count += 1) send(memberNames[count % 4] ?? '', 'yes', count);
  script.run('formSubmitted', [{}], { by: 'trigger' });
  const arrives = (work: string) => timed(work, script, () => script.run('formSubmitted', [{}], { by: 'trigger' }));
  send(memberNames[4] ?? '', 'yes', answers);
  arrives(`one answer, ${answers} in already `);
  send(memberNames[0] ?? '', 'no', answers + 1);
  arrives('one « Non »: the seat goes to whoever waits');
  const seated = standings(workbookOf(google)).filter((one) => one.endsWith('registered')).length;
  if (seated !== 3) throw new Error(`Cannot measure a promotion: ${seated} have a seat, 3 wanted`);
}

function workbookOf(google: LocalGoogle): Workbook {
  const [spreadsheetId = ''] = google.spreadsheetIds();
  const answer = google.call('sheets', 'spreadsheets.get', { spreadsheetId, fields: fieldMask(false) });
  return Object.fromEntries(readSnapshot(answer).tabs.map(({ title, entered }) => [title, entered]));
}

/** What the rules cost by themselves, without any call. */
function benchCore(members: number, sessions: number): void {
  const before: Workbook = largeWorkbook(members, sessions);
  const adopt = needed('adopt');
  const { plan } = coreTimed(`adopt ${members} members and ${sessions} sessions (core)`, adopt, before);
  const after = { ...before, ...afterPlan(before, plan) };
  coreTimed(`adopt again, ${members} members (core)`, adopt, after);
  coreTimed(`build-budget beside ${members} members (core)`, needed('build-budget'), after);
  benchDues(members, after);
  benchMembers(members, after);
}

/** The register's rules on as many stays as an incubator has in a lifetime. */
function benchRegister(members: number, stays: number): void {
  const workbook = largeRegister(members, stays);
  const size = `${members} members and ${stays} stays (core)`;
  coreTimed(`check-register, ${size}`, needed('check-register'), workbook);
  const entry = { space: 'ESP-0001', member: 'ADH-0002', start: '2023-06-01', plannedEnd: '2024-05-31' };
  coreTimed(`add-stay, ${size}`, needed('add-stay'), workbook, entry);
  coreTimed(`leave-member, ${size}`, needed('leave-member'), workbook, { id: 'ADH-0002' });
  const merged = { kept: 'ADH-0001', duplicate: 'ADH-0002' };
  coreTimed(`merge-members, ${size}`, needed('merge-members'), workbook, merged);
  coreTimed(`build-occupancy, ${size}`, needed('build-occupancy'), workbook);
  coreTimed(`build-rent-roll of a year, ${size}`, needed('build-rent-roll'), workbook, { year: 2023 });
  const state = stateFrom([], workbook);
  spent(`view of spaces, ${size}`, () => spacesView.view(state, {}, moment));
  spent(`view of members, ${size}`, () => membersView.view(state, {}, moment));
  const [headers = [], ...values] = shownOf(workbook['Adhérents'] ?? []);
  const pasted = { tab: 'Adhérents', headers, row: 2, column: 1, values };
  spent(`paste of ${members} rows in « Adhérents » (core)`, () => typingAdvice(pasted));
}

function shownOf(grid: Grid): Shown[][] {
  return grid.map((row) => row.map((cell) => (isFormula(cell) ? null : cell)));
}

function spent(work: string, run: () => unknown): void {
  const started = performance.now();
  run();
  rows.push({ work, calls: null, milliseconds: performance.now() - started });
}

/** Dues of that many members: called, paid from a statement of 500 lines, reminded of, looked at. */
function benchDues(members: number, workbook: Workbook): void {
  const call = coreTimed(`call-dues, ${members} members (core)`, needed('call-dues'), workbook, { year: 2023 });
  const called = { ...workbook, ...afterPlan(workbook, call.plan) };
  const campaign = { year: 2023, step: 'first' };
  coreTimed(`send-dues-campaign, ${members} members (core)`, needed('send-dues-campaign'), called, campaign);
  const lines = Array.from({ length: 500 }, (_, index) => `03/05/2023;VIR LABEL MAREE ${index * 35};;110,00`);
  const text = ['Date;Libellé;Débit;Crédit', ...lines].join('\n');
  coreTimed(`match-statement, 500 lines, ${members} members (core)`, needed('match-statement'), called, { text });
  const started = performance.now();
  const view = viewNamed('dues');
  view?.view(stateFor({ ...needed('call-dues'), reads: () => view.reads }, {}, called), {}, moment);
  rows.push({
    work: `view « dues », ${members} members (core)`,
    calls: null,
    milliseconds: performance.now() - started,
  });
}

/** The directory of that many members and their headcount over ten years. */
function benchMembers(members: number, workbook: Workbook): void {
  coreTimed(`build-directory, ${members} members (core)`, needed('build-directory'), withConsents(workbook));
  coreTimed(`build-headcount, ${members} members (core)`, needed('build-headcount'), workbook);
}

/** Every member agrees to all of it. */
function withConsents(workbook: Workbook): Workbook {
  const subjects = ['directory_name', 'directory_contact', 'directory_presentation'] as const;
  const { records } = readTable(memberTable, workbook[memberTable.tab]);
  const agreed = records.flatMap(({ id }) => subjects.map((subject) => ({ member: id, subject })));
  const put = agreed.map((fields, index) =>
    blank(consentTable, { id: `CST-${String(index + 1).padStart(4, '0')}`, given: true, ...fields }),
  );
  return { ...workbook, [consentTable.tab]: changeTable(consentTable, undefined, { put }) };
}

function coreTimed(work: string, command: Command, workbook: Workbook, input: unknown = {}) {
  const state = stateFor(command, input, workbook);
  const started = performance.now();
  const decision = decide(command, state, { input, moment });
  rows.push({ work, calls: null, milliseconds: performance.now() - started });
  return decision;
}

function needed(name: string): Command {
  const command = commandNamed(name);
  if (!command) throw new Error(`Cannot measure command "${name}": it is not in the list`);
  return command;
}

function scriptOn(google: LocalGoogle, spreadsheetId: string, dailyMails = 100): AppsScript {
  return createAppsScript({
    dailyMails,
    google,
    spreadsheetId,
    bundle: readBundle('dist'),
    clock: () => NOW,
    user: 'coordination@mila.example',
  });
}

interface Asked {
  readonly input: unknown;
  readonly known: readonly string[] | null;
  readonly label?: string;
}

function runCommand(script: AppsScript, command: string, { input, known, label = command }: Asked) {
  const shown = timed(`${label}: show`, script, () => ask(script, 'show', { command, input, known }));
  const { moment: at, preview } = shown;
  const answer = timed(`${label}: apply`, script, () =>
    ask(script, 'apply', {
      command,
      input,
      moment: at,
      digest: preview.digest,
      known: shown.known,
    }),
  );
  return { journalId: answer.journalId, tabs: preview.changes.map(({ tab }) => tab), known: answer.shown.known };
}

function timed<T>(work: string, script: AppsScript, run: () => T): T {
  script.resetCalls();
  const started = performance.now();
  const result = run();
  rows.push({ work, calls: { ...script.calls() }, milliseconds: performance.now() - started });
  return result;
}

function ask<M extends Method>(script: AppsScript, method: M, request: RequestOf<M>): Answers[M] {
  const reply = JSON.parse(String(script.run('rpc', [method, JSON.stringify(request), passOf(script)]))) as Reply<M>;
  if (!reply.ok) throw new Error(`Cannot measure "${method}": ${reply.message}`);
  return reply.answer;
}

/** A page gets its pass when it opens. */
function passOf(script: AppsScript): string {
  const known = passes.get(script);
  if (known !== undefined) return known;
  let html = '';
  const stop = script.onUi((act) => {
    if (act.kind === 'sidebar') html = act.html;
  });
  script.run('openSidebar');
  stop();
  const pass = /data-pass="([^"]*)"/u.exec(html)?.[1] ?? '';
  passes.set(script, pass);
  return pass;
}

function report(): void {
  const bundle = ['Code.js', 'sidebar.html', 'dialog.html'].map((name) => ({
    name,
    kilobytes: Math.round(statSync(`dist/${name}`).size / 1024),
  }));
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const result = rows.map(({ work, calls, milliseconds }) => ({
    work,
    total: calls ? Object.values(calls).reduce((sum, count) => sum + count, 0) : null,
    calls,
    milliseconds: Math.round(milliseconds),
  }));
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ rows: result, bundle, heaviest: heaviest(), peakMegabytes }, null, 2));
    return;
  }
  console.log('| work | service calls | by method | ms here |\n|---|---:|---|---:|');
  for (const { work, total, calls, milliseconds } of result) {
    const methods = Object.entries(calls ?? {}).map(([name, count]) => `${name} ${count}`);
    console.log(`| ${work} | ${total ?? '–'} | ${methods.join(', ')} | ${milliseconds} |`);
  }
  console.log(
    `\nBundle: ${bundle.map(({ name, kilobytes }) => `${name} ${kilobytes} kB`).join(', ')}. Peak memory: ${peakMegabytes} MB.`,
  );
  console.log('\n| heaviest in Code.js | bytes |\n|---|---:|');
  for (const { module, bytes } of heaviest()) console.log(`| ${module} | ${bytes} |`);
}

/** The ten modules that take most of Code.js, as esbuild tells. */
function heaviest(): { module: string; bytes: number }[] {
  const { outputs } = JSON.parse(readFileSync('node_modules/.cache/regie/Code.meta.json', 'utf8')) as Metafile;
  return Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .map(([module, { bytesInOutput }]) => ({ module, bytes: bytesInOutput }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 10);
}
