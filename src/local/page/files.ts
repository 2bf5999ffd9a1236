import { byId, confirm, tell } from './dialogs.ts';
import type { Status } from './protocol.ts';
import { openFile, Refused, saveFile, startAgain } from './server.ts';

const LIMIT_MB = 50;

/** Lets the person choose an .xlsx of hers and opens it; the page is reloaded on it. */
export function chooseFile(): void {
  const chooser = byId('file-chooser');
  if (!(chooser instanceof HTMLInputElement)) return;
  chooser.value = '';
  chooser.onchange = () => {
    const file = chooser.files?.[0];
    if (file !== undefined) void open(file);
  };
  chooser.click();
}

async function open(file: File): Promise<void> {
  const size = Math.ceil(file.size / 1024 / 1024);
  if (size > LIMIT_MB) {
    await tell(
      'Classeur trop lourd',
      `« ${file.name} » pèse ${size} Mo. L’espace local ouvre des classeurs de ${LIMIT_MB} Mo au plus.`,
    );
    return;
  }
  await attempt('Ce classeur ne s’ouvre pas', () => openFile(file));
}

/** Downloads the open workbook as .xlsx, under its name. */
export async function download(status: Status): Promise<void> {
  await attempt('La copie n’a pas pu être enregistrée', async () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await saveFile());
    link.download = `${status.name}.xlsx`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });
}

/** Goes back to the sample workbook, once the person has said yes. */
export async function resetToSample(): Promise<void> {
  const yes = await confirm(
    'Repartir de l’exemple ?',
    'Le classeur ouvert, ses modifications et tout ce que Régie y a fait seront effacés de l’espace local. Pour les garder, enregistrez d’abord une copie .xlsx.',
    'Repartir de l’exemple',
  );
  if (yes) await attempt('L’exemple n’a pas pu être rouvert', startAgain);
}

/** Does it, or says why not. */
export async function attempt(title: string, action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await tell(title, error.message);
  }
}
