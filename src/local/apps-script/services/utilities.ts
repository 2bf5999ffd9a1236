/** `Utilities`: ids, dates, waiting, encodings. */
import { createHash, randomUUID } from 'node:crypto';
import { dateOf, numberOf, textOf, textOr } from '../arguments.ts';
import { ServiceError, SignatureMismatch } from '../errors.ts';
import { serviceObject } from '../execution.ts';
import type { Execution } from '../execution.ts';
import { formatDate } from './format-date.ts';

const digests: Readonly<Record<string, string>> = { MD5: 'md5', SHA_1: 'sha1', SHA_256: 'sha256', SHA_512: 'sha512' };

/** What Régie may use of `Utilities`. */
export function utilities(execution: Execution): object {
  const blobOf = (data: unknown, type: unknown, name: unknown) =>
    blob(execution, { bytes: bytesOf(data), type: textOr(type, 'text/plain'), name: textOr(name, null) });
  return serviceObject(execution, 'Utilities', {
    methods: {
      getUuid: () => randomUUID(),
      formatDate: (date, zone, pattern) => formatDate(dateOf(date), textOf(zone), textOf(pattern)),
      sleep: (milliseconds) => execution.pass(numberOf(milliseconds)),
      base64Encode: (data) => bytesOf(data).toString('base64'),
      base64EncodeWebSafe: (data) => bytesOf(data).toString('base64').replaceAll('+', '-').replaceAll('/', '_'),
      base64Decode: (text) => signed(Buffer.from(textOf(text), 'base64')),
      base64DecodeWebSafe: (text) => signed(Buffer.from(textOf(text), 'base64url')),
      newBlob: blobOf,
      computeDigest: (algorithm, data) => {
        const name = digests[textOf(algorithm)];
        if (name === undefined) throw new SignatureMismatch();
        return signed(createHash(name).update(bytesOf(data)).digest());
      },
    },
    constants: {
      DigestAlgorithm: serviceObject(execution, 'DigestAlgorithm', {
        constants: Object.fromEntries(Object.keys(digests).map((name) => [name, name])),
      }),
      Charset: serviceObject(execution, 'Charset', { constants: { UTF_8: 'UTF_8' } }),
    },
  });
}

/** What a blob holds. */
export interface BlobParts {
  bytes: Buffer;
  type: string;
  name: string | null;
}

function blob(execution: Execution, parts: BlobParts): object {
  const self: object = serviceObject(execution, 'Blob', {
    inside: parts,
    methods: {
      getBytes: () => signed(parts.bytes),
      getContentType: () => parts.type,
      getDataAsString: () => parts.bytes.toString('utf8'),
      getName: () => parts.name,
      setName: (name) => {
        parts.name = textOf(name);
        return self;
      },
    },
  });
  return self;
}

function bytesOf(data: unknown): Buffer {
  if (typeof data === 'string') return Buffer.from(data, 'utf8');
  if (Array.isArray(data) && data.every((byte) => typeof byte === 'number')) return Buffer.from(data);
  throw new SignatureMismatch();
}

/** Bytes are signed in Apps Script. */
function signed(bytes: Buffer): number[] {
  if (bytes.length > 5_000_000) throw new ServiceError('Exceeded maximum size of a blob in the local workspace');
  return Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length));
}
