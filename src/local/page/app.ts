import { type Channel, openChannel } from './channel.ts';
import { openClock, showDay } from './clock.ts';
import { ask, byId, confirm, labelsOf, showDialog, tell, toast } from './dialogs.ts';
import { attempt, chooseFile, download, resetToSample } from './files.ts';
import { answerFrames, createRunner, type Runner } from './frames.ts';
import { type Grid, mountGrid, prepareEngine } from './grid.ts';
import { installMenus } from './menus.ts';
import { installNotes } from './notes.ts';
import { installPlaces } from './places.ts';
import type { Act, OpenWorkbook, Status } from './protocol.ts';
import { readPlaces, readWorkbook, Refused, turnClock } from './server.ts';
import { closeSidebar, showSidebar } from './sidebar.ts';

type Page = { status: Status; grid: Grid | null };

function showAct(page: Page, act: Act): void {
  switch (act.kind) {
    case 'sidebar':
      showSidebar(act);
      break;
    case 'dialog':
      showDialog(act);
      break;
    case 'toast':
      toast(act.title, act.message, act.seconds);
      break;
    case 'alert':
      void ask(act.title, act.message, labelsOf(act.buttons));
      break;
    case 'select':
      page.grid?.select(act.tab, act.range);
      break;
  }
}

function showStatus(page: Page, status: Status): void {
  page.status = status;
  document.title = `${status.name} – Régie`;
  byId('workbook-name').textContent = status.name;
  byId('workbook-state').textContent =
    status.source === 'sample' ? 'Classeur d’exemple · enregistré sur cet ordinateur' : 'Enregistré sur cet ordinateur';
  const trouble = byId('trouble');
  trouble.hidden = status.trouble === null;
  trouble.textContent = status.trouble ?? '';
  showDay(status);
}

function showNotices({ notices }: Status): void {
  const box = byId('notices');
  box.hidden = notices.length === 0;
  const text = box.querySelector('p');
  if (text !== null) text.textContent = notices.join(' ');
  box.querySelector('button')?.addEventListener('click', () => {
    box.hidden = true;
    window.dispatchEvent(new Event('resize'));
  });
}

function showConnected(page: Page, connected: boolean): void {
  if (connected) {
    showStatus(page, page.status);
    return;
  }
  const trouble = byId('trouble');
  trouble.hidden = false;
  trouble.textContent =
    'Le serveur local ne répond plus : relancez « npm start ». Vos dernières modifications seront envoyées à son retour.';
}

const channelFor = (page: Page, workbook: OpenWorkbook): Channel =>
  openChannel(workbook.status.generation, workbook.revisionId, {
    onStatus: (status) => showStatus(page, status),
    onAct: (act) => showAct(page, act),
    onConnected: (connected) => showConnected(page, connected),
    onLost: () => location.reload(),
  });

async function runFromMenu(runner: Runner, functionName: string): Promise<void> {
  const answer = await runner(functionName, []);
  if ('error' in answer) await tell('La commande s’est arrêtée', answer.error.message);
}

function wire(page: Page): Runner {
  const runner = createRunner(
    () => page.grid?.selection() ?? null,
    (act) => showAct(page, act),
  );
  answerFrames(runner);
  byId('sidebar-close').addEventListener('click', () => {
    closeSidebar();
    page.grid?.focus();
  });
  byId('clock-open').addEventListener('click', () =>
    openClock(page.status, (day) => void attempt('Le jour n’a pas changé', () => turnClock(day))),
  );
  installPlaces(
    readPlaces,
    (error) => void tell('Rien à montrer', error instanceof Refused ? error.message : String(error)),
  );
  installMenus(
    page.status.menus,
    { open: chooseFile, save: () => void download(page.status), startAgain: () => void resetToSample() },
    (functionName) => void attempt('La commande s’est arrêtée', () => runFromMenu(runner, functionName)),
  );
  return runner;
}

async function start(): Promise<void> {
  prepareEngine();
  installNotes((message) => void tell('Cellules protégées', message));
  const [workbook, templates] = await Promise.all([
    readWorkbook(),
    fetch('/assets/o-spreadsheet.xml').then((response) => response.text()),
  ]);
  const page: Page = { status: workbook.status, grid: null };
  showStatus(page, workbook.status);
  showNotices(workbook.status);
  wire(page);
  const channel = channelFor(page, workbook);
  page.grid = await mountGrid(byId('grid'), { workbook, templates }, channel, {
    toast: (message) => toast('', message, 5),
    refuse: (message) => void tell('Impossible', message),
    confirm: (message) => confirm('Confirmation', message, 'Continuer'),
  });
  Object.assign(window, { regie: page.grid }); // For whoever opens the browser's console, and for the tests.
  document.body.dataset['ready'] = 'true';
}

start().catch((error: unknown) => {
  byId('trouble').hidden = false;
  byId('trouble').textContent = error instanceof Refused ? error.message : 'La page n’a pas pu s’ouvrir. Rechargez-la.';
  throw error;
});
