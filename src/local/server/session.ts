import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Act } from '../apps-script/index.ts';
import type { Act as PageAct, RunAnswer, RunRequest, Status } from '../page/protocol.ts';
import { type Book, importBook, openBook } from './book.ts';
import { type Clock, createClock } from './clock.ts';
import { createFrames, type Frames } from './frames.ts';
import { createWriter, readState, type Saved, type Writer } from './store.ts';
import type { Change, Workspace } from './workspace.ts';

/** What a workspace is made with. */
export type SessionOptions = {
  /** Where the state is kept. */
  readonly folder: string;
  /** The sample workbook, and the day it is of. */
  readonly sample: { readonly file: string; readonly name: string; readonly day: string };
  /** The folder that clasp would push. */
  readonly bundle: string;
  /** The script that goes before the add-on's HTML. */
  readonly shim: () => Promise<string>;
  /** The real instant. */
  readonly now: () => number;
};

type Opened = {
  readonly book: Book;
  readonly name: string;
  readonly source: Saved['source'];
  readonly notices: readonly string[];
};

type Session = {
  readonly options: SessionOptions;
  readonly clock: Clock;
  readonly frames: Frames;
  readonly listeners: Set<(change: Change) => void>;
  readonly writer: Writer;
  open: Opened;
  generation: string;
  revisionId: string;
  trouble: string | null;
  unwatch: () => void;
};

const WRITE_DELAY_MS = 400;

/** Opens the workspace kept in a folder, or the sample; everything that changes is written there soon after. */
export async function openSession(options: SessionOptions): Promise<Workspace> {
  const clock = createClock(null, options.now);
  const { opened, trouble } = await firstBook(options, clock);
  const session: Session = {
    options,
    clock,
    open: opened,
    trouble,
    frames: createFrames(options.shim),
    listeners: new Set(),
    writer: createWriter(
      options.folder,
      WRITE_DELAY_MS,
      () => savedOf(session),
      (error) => cannotSave(session, error),
    ),
    generation: randomUUID(),
    revisionId: '',
    unwatch: () => undefined,
  };
  watch(session);
  return workspaceOf(session);
}

function workspaceOf(session: Session): Workspace {
  const { clock, frames, listeners, options, writer } = session;
  return {
    folder: options.folder,
    status: () => statusOf(session),
    revisionId: () => session.revisionId,
    openWorkbook: () => ({ status: statusOf(session), ...session.open.book.snapshot() }),
    follow: (send, show) => session.open.book.follow(send, (act) => show(framed(session, act))),
    run: (request) => run(session, request),
    turnClock: (day) => {
      const before = clock.now();
      clock.turn(day);
      if (clock.now() > before) session.open.book.timePasses();
      changed(session);
    },
    startAgain: async () => replace(session, await sampleBook(options, clock), options.sample.day),
    openFile: async (fileName, bytes) => {
      const name = nameOf(fileName);
      const imported = await importBook(bytes, name, settingsOf(options, clock));
      replace(session, { ...imported, name, source: 'file' }, null);
    },
    saveFile: () => session.open.book.save(),
    places: () => session.open.book.places(),
    inAgenda: (act) => {
      session.open.book.inAgenda(act);
      writer.changed();
    },
    frame: (address) => frames.at(address),
    mounted: (request, response) => {
      const isAnswered = session.open.book.answer(request, response);
      if (isAnswered) response.once('finish', () => writer.changed());
      return isAnswered;
    },
    onChange: (listener) => void listeners.add(listener),
    close: () => writer.flush(),
  };
}

async function firstBook(options: SessionOptions, clock: Clock): Promise<{ opened: Opened; trouble: string | null }> {
  const found = await readState(options.folder, options.now());
  if (found.kind === 'state') {
    const { name, source, day, state } = found.saved;
    clock.turn(day);
    return { opened: { name, source, notices: [], book: openBook(state, settingsOf(options, clock)) }, trouble: null };
  }
  clock.turn(options.sample.day);
  const trouble =
    found.kind === 'nothing'
      ? null
      : `L’état enregistré de l’espace local était illisible : il est gardé sous « ${found.keptAs} », et l’exemple est ouvert à sa place.`;
  return { opened: await sampleBook(options, clock), trouble };
}

async function sampleBook(options: SessionOptions, clock: Clock): Promise<Opened> {
  const { file, name } = options.sample;
  const { book } = await importBook(await readFile(file), name, settingsOf(options, clock));
  return { book, name, source: 'sample', notices: [] };
}

const settingsOf = ({ bundle }: SessionOptions, clock: Clock) => ({ bundle, now: clock.now });

const savedOf = ({ open, clock }: Session): Saved => ({
  name: open.name,
  source: open.source,
  day: clock.turnedTo(),
  state: open.book.state(),
});

const statusOf = ({ generation, open, clock, trouble }: Session): Status => ({
  generation,
  name: open.name,
  source: open.source,
  day: clock.day(),
  today: clock.today(),
  menus: open.book.menus(),
  notices: open.notices,
  trouble: trouble ?? open.book.trouble(),
});

function watch(session: Session): void {
  session.revisionId = session.open.book.snapshot().revisionId;
  session.unwatch = session.open.book.onRevision((revisionId) => {
    session.revisionId = revisionId;
    session.writer.changed();
  });
}

function replace(session: Session, next: Opened, day: string | null): void {
  session.unwatch();
  session.open = next;
  session.generation = randomUUID();
  session.trouble = null;
  session.clock.turn(day);
  watch(session);
  changed(session);
}

function changed(session: Session): void {
  session.writer.changed();
  tell(session, { kind: 'status' });
}

function tell(session: Session, change: Change): void {
  for (const listener of session.listeners) listener(change);
}

function cannotSave(session: Session, error: unknown): void {
  console.error(error);
  session.trouble =
    'L’espace local ne peut plus enregistrer sur le disque : enregistrez une copie .xlsx de votre classeur.';
  tell(session, { kind: 'status' });
}

function run(session: Session, request: RunRequest): RunAnswer {
  const { acts, outcome } = session.open.book.run(request);
  session.writer.changed();
  return {
    acts: acts.map((act) => framed(session, act)),
    ...outcome,
  };
}

/** HTML goes to the page as the address of a frame. */
function framed({ frames }: Session, act: Act): PageAct {
  if (!('html' in act)) return act;
  const { html, ...rest } = act;
  return { ...rest, frame: frames.keep(html) };
}

/** A workbook's name from its file's: no folder, no « .xlsx ». */
function nameOf(fileName: string): string {
  const bare = (fileName.split(/[\\/]/u).at(-1) ?? '').replace(/\.xls[xm]$/iu, '').trim();
  return bare === '' ? 'Classeur sans nom' : bare.slice(0, 120);
}
