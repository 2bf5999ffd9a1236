/** A sent mail as an .eml file that any mail program opens. */
import type { SentMail } from './apps-script/index.ts';

const BOUNDARY = 'regie-alternative';

/** The whole message, RFC 5322, with CRLF lines. */
export function emlOf(mail: SentMail): string {
  const headers = [
    `From: ${mail.name === '' ? '' : `${word(mail.name)} `}<${mail.from}>`,
    `To: ${mail.to}`,
    ...(mail.cc === '' ? [] : [`Cc: ${mail.cc}`]),
    ...(mail.bcc === '' ? [] : [`Bcc: ${mail.bcc}`]),
    ...(mail.replyTo === '' ? [] : [`Reply-To: ${mail.replyTo}`]),
    `Subject: ${word(mail.subject)}`,
    `Date: ${new Date(mail.sentAt).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${mail.id}@regie.invalid>`,
    'MIME-Version: 1.0',
  ];
  const plain = part('text/plain', mail.body);
  if (mail.htmlBody === null) return lines(headers, plain);
  const html = part('text/html', mail.htmlBody);
  const parts = [`--${BOUNDARY}`, ...plain, `--${BOUNDARY}`, ...html, `--${BOUNDARY}--`];
  return lines(headers, [`Content-Type: multipart/alternative; boundary="${BOUNDARY}"`, '', ...parts]);
}

function lines(headers: readonly string[], body: readonly string[]): string {
  return [...headers.map((header) => header.replace(/[\r\n]+/gu, ' ')), ...body, ''].join('\r\n');
}

function part(type: string, text: string): string[] {
  const encoded = Buffer.from(text, 'utf8').toString('base64');
  return [
    `Content-Type: ${type}; charset=UTF-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...(encoded.match(/.{1,76}/gu) ?? ['']),
  ];
}

/** A header's text, encoded when it is not plain ASCII. */
function word(text: string): string {
  if (/^[\x20-\x7e]*$/u.test(text)) return text;
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    if (Buffer.byteLength(piece + character) > 42) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece].map((one) => `=?UTF-8?B?${Buffer.from(one, 'utf8').toString('base64')}?=`).join('\r\n ');
}
