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
  const wizard = startWizard({ server: createServer(carryByScript), close: ask, changed: tellChanged });
}
