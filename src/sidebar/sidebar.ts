/** The sidebar: its tabs, the view in force or the action under way, the note at its foot. */
import { startFrame } from './frame.ts';
import { carryByScript, mark, tellChanged, whenChanged } from './script.ts';
import { createServer } from './server.ts';
import { views } from './views/index.ts';

const frame = startFrame({
  server: createServer(carryByScript),
  views,
  start: mark('start'),
  changed: tellChanged,
  clock: Date.now,
});
whenChanged(frame.refresh);
window.addEventListener('focus', frame.comeBack);
document.addEventListener('pointerenter', frame.comeBack);
