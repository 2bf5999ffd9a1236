/** Gives her a file that the page itself has made: nothing goes through Drive, no right is needed. */

/** A file to keep, by its name. */
export interface PageFile {
  readonly name: string;
  /** « text/csv;charset=utf-8 »… */
  readonly type: string;
  readonly text: string;
}

/** Has the browser save the file where she keeps what she downloads. */
export function saveFile({ name, type, text }: PageFile): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  Object.assign(link, { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the file only after the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
