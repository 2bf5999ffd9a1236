/** Gmail v1: mails that are sent here go to a list that the page shows, and nowhere else. */
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js';
import type { Method } from './methods.ts';
import { GoogleRefused } from './refused.ts';

/** A mail as it was sent: its whole text (RFC 2822) and its order. */
export interface SentMail {
  readonly id: string;
  readonly raw: string;
}

/** The methods of Gmail v1, over the list of sent mails. */
export function gmailMethods(sent: SentMail[]): Readonly<Record<string, Method>> {
  return {
    'users.messages.send': (_params, body): gmail_v1.Schema$Message => {
      const { raw } = (body ?? {}) as gmail_v1.Schema$Message;
      if (typeof raw !== 'string' || raw === '')
        throw new GoogleRefused(
          400,
          "'raw' RFC822 payload message string or uploading message via /upload/* URL required",
        );
      const id = `mail-${sent.length + 1}`;
      sent.push({ id, raw: Buffer.from(raw, 'base64url').toString('utf8') });
      return { id, threadId: id, labelIds: ['SENT'] };
    },
  };
}
