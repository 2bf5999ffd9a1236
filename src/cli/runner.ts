/** The headless runner: reads its words, does it on a host, prints; nothing is written without a yes. */
import type { Command } from '../core/command.ts';
import { readWorkbook } from '../core/reading/read-workbook.ts';
import type { ApplyAnswer, ShowAnswer } from '../core/shell.ts';
import { readArguments } from './arguments.ts';
import type { CommandRequest, Request } from './arguments.ts';
import { Cannot, EXIT } from './cannot.ts';
import { helpText } from './help.ts';
import type { Asked, Host } from './host.ts';
import { checkInput, readInput } from './input.ts';
import { outcomeJson, outcomeText, previewJson, previewText } from './print.ts';
import { readingText } from './reading-text.ts';
import type { Terminal } from './terminal.ts';

/** What surrounds the runner. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Opens where the request wants to work; throws `Cannot`. */
  readonly open: (request: Exclude<Request, { verb: 'help' }>) => Promise<Host>;
  /** Today in Paris. */
  readonly today: () => string;
}

/** Does what the words ask and answers the exit code. */
export async function runRegie(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { terminal } = surroundings;
  try {
    return await dispatch(words, surroundings);
  } catch (error) {
    if (error instanceof Cannot) {
      terminal.tell(error.message);
      return error.exitCode;
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.tell(`Régie a rencontré une erreur inattendue : rien n’est garanti de ce qui était en cours.\n${detail}`);
    return EXIT.failed;
  }
}

async function dispatch(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { terminal, environment, open, today } = surroundings;
  const request = readArguments(words, environment);
  if (request.verb === 'help') {
    terminal.say(helpText());
    return EXIT.done;
  }
  if (request.verb !== 'read') return runCommand(request, surroundings);
  const host = await open(request);
  const { tabs } = await host.snapshot();
  const options = { workbook: host.name, today: request.today ?? today() };
  const { reading } = readWorkbook(
    tabs.map((tab) => tab.source),
    options,
  );
  terminal.say(request.json ? JSON.stringify(reading, null, 2) : readingText(reading));
  return EXIT.done;
}

async function runCommand(request: CommandRequest, { terminal, open }: Surroundings): Promise<number> {
  const { command, journalId } = request;
  const given = await readInput(request.input, terminal);
  const input = journalId === null ? given : { ...given, id: journalId };
  checkInput(command, input);
  const host = await open(request);
  const { asked, shown } = await showWhole(host, { command, input });
  if (request.verb === 'show') {
    terminal.say(request.json ? json(previewJson(shown)) : previewText(shown.preview));
    return EXIT.done;
  }
  return applyShown({ request, terminal, host, asked, shown });
}

/** Undo says which tabs it must read too: it is shown again with them. */
async function showWhole(host: Host, asked: Asked): Promise<{ asked: Asked; shown: ShowAnswer }> {
  const shown = await host.show(asked);
  const { command, input } = asked;
  const { state, details } = shown.preview;
  const wanted = state === 'refused' && command.name === 'undo' ? tabsWanted(details) : null;
  if (!wanted) return { asked, shown };
  const whole = { command, input: { ...(input as object), ...wanted } }; // Checked to be an object by its schema.
  return { asked: whole, shown: await host.show(whole) };
}

function tabsWanted(details: unknown): { id: string; tabs: readonly unknown[] } | null {
  if (typeof details !== 'object' || details === null || !('tabs' in details) || !('id' in details)) return null;
  return typeof details.id === 'string' && Array.isArray(details.tabs) ? { id: details.id, tabs: details.tabs } : null;
}

interface Applying {
  readonly request: CommandRequest;
  readonly terminal: Terminal;
  readonly host: Host;
  readonly asked: Asked;
  readonly shown: ShowAnswer;
}

async function applyShown({ request, terminal, host, asked, shown }: Applying): Promise<number> {
  const { digest, yes } = request;
  const say = (answer: ApplyAnswer) => {
    if (request.json) terminal.say(json(outcomeJson(answer)));
    else terminal.say(`${outcomeText(answer)}\n\n${previewText(answer.shown.preview)}`);
  };
  const stop = (outcome: ApplyAnswer['outcome'], message: string): never => {
    say({ outcome, journalId: null, undoable: false, mails: { waiting: 0, drafts: 0 }, shown });
    throw new Cannot(message, EXIT.undecided);
  };
  const { state } = shown.preview;
  if (digest !== null && digest !== shown.preview.digest)
    return stop(
      'changed',
      `L’empreinte ${digest} n’est pas celle de l’aperçu (${shown.preview.digest}) : rien n’a été fait. Relisez l’aperçu avec « show ».`,
    );
  if (state === 'refused') return stop('refused', shown.preview.refusal ?? 'Cette action n’est pas possible.');
  if (state === 'question') return stop('waiting', waitingText(shown));
  if (state === 'ready' && !yes) await confirm(terminal, asked.command, shown);
  const answer = await host.apply(asked, shown);
  if (answer.outcome !== 'applied' && answer.outcome !== 'nothing') {
    say(answer);
    throw new Cannot(outcomeText(answer), EXIT.undecided);
  }
  const files = request.out === null ? [] : await host.save(terminal.path(request.out));
  say(answer);
  if (!request.json && files.length > 0) terminal.say(`\nÉcrit dans ${request.out ?? ''} : ${files.join(', ')}`);
  return EXIT.done;
}

async function confirm(terminal: Terminal, { label }: Command, { preview }: ShowAnswer): Promise<void> {
  terminal.tell(previewText(preview));
  const reply = await terminal.confirm(`\n${label} : le faire ?`);
  if (reply === null)
    throw new Cannot(
      'Personne n’est là pour confirmer : rien n’a été fait. Ajoutez --yes pour appliquer sans confirmation.',
      EXIT.undecided,
    );
  if (!reply) throw new Cannot('Rien n’a été fait.', EXIT.undecided);
}

function waitingText({ preview }: ShowAnswer): string {
  const open = preview.questions.filter(({ answer }) => answer === null).map(({ id, text }) => `  "${id}" : ${text}`);
  return `Une réponse est attendue : rien n’a été fait. Donnez-la dans "answers" avec --input :\n${open.join('\n')}`;
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
