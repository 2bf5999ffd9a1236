import { byId } from './dialogs.ts';
import { showFrame } from './frames.ts';
import type { Act } from './protocol.ts';

let release: (() => void) | null = null;

/** Shows HTML of the add-on in the panel on the right, in place of what it showed. */
export function showSidebar({ title, frame }: Extract<Act, { kind: 'sidebar' }>): void {
  release?.();
  byId('sidebar-title').textContent = title;
  byId('sidebar').hidden = false;
  const ignored = () => undefined; // Google's sidebar has one width, and Escape leaves it open.
  release = showFrame(byId('sidebar-frame'), frame, title, { close: closeSidebar, escape: ignored, resize: ignored });
  window.dispatchEvent(new Event('resize'));
}

/** Closes the panel; the add-on's HTML in it is gone. */
export function closeSidebar(): void {
  release?.();
  release = null;
  byId('sidebar').hidden = true;
  window.dispatchEvent(new Event('resize'));
}
