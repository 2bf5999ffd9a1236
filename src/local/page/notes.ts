import type { ExtensionGetters, Protection } from '../engine/extension.ts';

type Position = { readonly sheetId: string; readonly col: number; readonly row: number };
type Edit = Partial<Position> & { readonly type: string; readonly target?: readonly Zone[] };
type Zone = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const CORNER = 8;
const EDITS: ReadonlySet<string> = new Set(['UPDATE_CELL', 'CLEAR_CELL', 'CLEAR_CELLS', 'DELETE_CONTENT']);

/** Shows notes (corner and bubble) and refuses edits of protected ranges; once, before the model is made. */
export function installNotes(refuse: (message: string) => void): void {
  const { registries, UIPlugin } = o_spreadsheet;
  class NotesAndProtections extends UIPlugin {
    static override getters = [];
    static override layers = ['Selection'] as const;

    override allowDispatch(command: Edit): never {
      const hit = protectionHit(extension(this.getters), command);
      if (hit === undefined) return 'Success' as never; // Its reasons are a closed list that plugins may extend.
      const why = hit.description === '' ? '' : ` (${hit.description})`;
      setTimeout(() => refuse(`Ces cellules sont protégées${why} : elles ne se modifient pas à la main.`));
      return 'Protected' as never;
    }

    override drawLayer({ ctx }: { readonly ctx: CanvasRenderingContext2D }): void {
      const sheetId = this.getters.getActiveSheetId();
      ctx.fillStyle = '#f29900';
      for (const { col, row } of extension(this.getters).getNotes(sheetId)) {
        const { x, y, width, height } = this.getters.getVisibleRect({ left: col, right: col, top: row, bottom: row });
        if (width > 0 && height > 0) drawCorner(ctx, x + width, y);
      }
    }
  }
  // The registry is typed for the engine's own plugins.
  registries.featurePluginRegistry.add('regie_notes', NotesAndProtections);
  registries.cellPopoverRegistry.add('regie_note', {
    onHover: (position: Position, getters: unknown) => notePopover(extension(getters).getNote(position)),
  } as never);
}

/** The engine's getters with those of our extension, which its types do not know. */
const extension = (getters: unknown): ExtensionGetters => getters as ExtensionGetters;

function drawCorner(ctx: CanvasRenderingContext2D, right: number, top: number): void {
  ctx.beginPath();
  ctx.moveTo(right - CORNER, top);
  ctx.lineTo(right, top);
  ctx.lineTo(right, top + CORNER);
  ctx.fill();
}

function protectionHit(getters: ExtensionGetters, edit: Edit): Protection | undefined {
  if (!EDITS.has(edit.type) || edit.sheetId === undefined) return undefined;
  const cell = { left: edit.col ?? 0, right: edit.col ?? 0, top: edit.row ?? 0, bottom: edit.row ?? 0 };
  const zones = edit.target ?? [cell];
  return getters
    .getProtections(edit.sheetId)
    .find(({ warningOnly, zone }) => !warningOnly && (zone === null || zones.some((edited) => overlap(zone, edited))));
}

const overlap = (a: Zone, b: Zone): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

function notePopover(text: string | undefined): object {
  if (text === undefined) return { isOpen: false };
  return { isOpen: true, props: { text }, Component: noteBubble(), cellCorner: 'top-right' };
}

let bubble: unknown;

function noteBubble(): unknown {
  const { Component, xml } = owl;
  bubble ??= class NoteBubble extends Component {
    static override template = xml`<div class="note-bubble" t-esc="props.text"/>`;
    static override props = ['*'];
    static size = { maxHeight: 240, maxWidth: 280 };
  };
  return bubble;
}
