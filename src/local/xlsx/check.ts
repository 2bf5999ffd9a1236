/** What a file is, before any of it is unpacked: refusals in French, with the cure. */

import { inflateRawSync } from 'node:zlib';

/** A file that cannot be opened; the message is for the person, in French. */
export class XlsxRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'XlsxRefused';
  }
}

const LARGEST_FILE = 50 * 1024 * 1024;
const LARGEST_UNPACKED = 600 * 1024 * 1024;
const MOST_ENTRIES = 10_000;
const SAVE_AS = 'ouvrez-le dans votre tableur, puis « Enregistrer sous » au format « Classeur Excel (.xlsx) ».';

/** Throws `XlsxRefused` unless the bytes are a plain workbook of a reasonable size; answers the names of its parts. */
export function checkFile(bytes: Uint8Array): readonly string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0)
    throw new XlsxRefused('Ce fichier est vide. Choisissez le classeur à ouvrir, au format .xlsx.');
  if (file.length > LARGEST_FILE) {
    throw new XlsxRefused(
      'Ce fichier dépasse 50 Mo. Retirez-en les images ou les onglets inutiles, ou ouvrez une copie qui ne contient que les onglets à reprendre.',
    );
  }
  if (file.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') throw oldOrProtected(file);
  if (file.subarray(0, 2).toString('latin1') !== 'PK') throw notWorkbook(file);
  const entries = readDirectory(file);
  const names = entries.map(({ name }) => name);
  if (entries.some(({ encrypted }) => encrypted)) throw locked();
  if (names.includes('xl/workbook.bin')) {
    throw new XlsxRefused(`Ce classeur est au format binaire (.xlsb), que Régie ne lit pas : ${SAVE_AS}`);
  }
  if (!names.includes('xl/workbook.xml')) throw otherArchive(names);
  if (entries.length > MOST_ENTRIES || entries.reduce((sum, { size }) => sum + size, 0) > LARGEST_UNPACKED)
    throw oversized();
  for (const entry of entries) checkEntry(file, entry);
  return names;
}

function oversized(): XlsxRefused {
  return new XlsxRefused(
    'Ce classeur est démesuré une fois décompressé : il est sans doute endommagé ou piégé. Ouvrez-le dans votre tableur, copiez les onglets utiles dans un nouveau classeur et ouvrez celui-ci.',
  );
}

/** The refusal of a workbook whose parts cannot be read. */
export function damaged(cause: unknown): XlsxRefused {
  return new XlsxRefused(
    'Ce classeur est endommagé et n’a pas pu être lu. Ouvrez-le dans votre tableur (il proposera de le réparer), enregistrez-le de nouveau au format .xlsx, puis réessayez.',
    { cause },
  );
}

function oldOrProtected(file: Buffer): XlsxRefused {
  // The names of an encrypted workbook's two streams, in UTF-16.
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  if (file.includes(name)) return locked();
  return new XlsxRefused(`Ce fichier est dans un ancien format (.xls ou semblable) : ${SAVE_AS}`);
}

function locked(): XlsxRefused {
  return new XlsxRefused(
    'Ce classeur est protégé par un mot de passe. Ouvrez-le dans votre tableur, retirez le mot de passe (Fichier, Informations, Protéger le classeur), enregistrez-le, puis réessayez.',
  );
}

function notWorkbook(file: Buffer): XlsxRefused {
  const start = file.subarray(0, 5).toString('latin1');
  if (start.startsWith('%PDF')) {
    return new XlsxRefused('Ce fichier est un PDF, pas un classeur. Demandez le classeur d’origine, au format .xlsx.');
  }
  return new XlsxRefused(`Ce fichier n’est pas un classeur .xlsx. S’il vient d’un tableur, ${SAVE_AS}`);
}

function otherArchive(names: readonly string[]): XlsxRefused {
  if (names.includes('content.xml'))
    return new XlsxRefused(`Ce fichier est un classeur OpenDocument (.ods) : ${SAVE_AS}`);
  if (names.includes('word/document.xml')) {
    return new XlsxRefused('Ce fichier est un document Word, pas un classeur. Choisissez un fichier .xlsx.');
  }
  return new XlsxRefused(`Ce fichier n’est pas un classeur .xlsx. S’il vient d’un tableur, ${SAVE_AS}`);
}

interface Entry {
  readonly name: string;
  readonly size: number;
  readonly packed: number;
  readonly deflated: boolean;
  readonly header: number;
  readonly encrypted: boolean;
}

// A directory may lie about sizes: no part may unpack to more than it says.
function checkEntry(file: Buffer, { size, packed, deflated, header }: Entry): void {
  if (!deflated) return;
  if (header + 30 > file.length) throw damaged('a part is missing');
  const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
  try {
    inflateRawSync(file.subarray(start, start + packed), { maxOutputLength: size + 1 });
  } catch (error) {
    const tooLarge =
      typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw tooLarge ? oversized() : damaged(error);
  }
}

// The directory at the end of a zip tells each part's unpacked size without unpacking it.
function readDirectory(file: Buffer): Entry[] {
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + 22 > file.length) throw damaged('no central directory');
  let at = file.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) throw damaged('broken central directory');
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.subarray(at + 46, at + 46 + nameLength).toString('utf8'),
      size: file.readUInt32LE(at + 24),
      packed: file.readUInt32LE(at + 20),
      deflated: file.readUInt16LE(at + 10) === 8,
      header: file.readUInt32LE(at + 42),
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}
