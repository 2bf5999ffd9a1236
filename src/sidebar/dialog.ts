/** The dialogs: the page says which one it is. */
import { startWizard } from './adopt/wizard.ts';
import { guardClosing } from './closing.ts';
import { startGuide } from './guide/guide.ts';
import { carryByScript, closeHost, mark, tellChanged } from './script.ts';
import { createServer } from './server.ts';

if (mark('dialog') === 'guide') {
  startGuide();
  guardClosing({ close: closeHost, atStake: () => null });
} else {
  const closing = { close: closeHost, atStake: (): string | null => wizard.atStake() };
  const ask = guardClosing(closing);
  const server = createServer(carryByScript);
  const changed = (): void => {
    tellChanged();
    // Google shows each page in a frame of its own, where panels may not hear each other: the sidebar is opened anew.
    void server.open('sidebar').catch(() => undefined);
  };
  const wizard = startWizard({ server, close: ask, changed });
}
