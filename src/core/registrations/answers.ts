/** Answers of Forms v1 as they are taken in: bounded, without hidden characters, whatever was sent. */
import * as z from 'zod';
import { isDay } from '../day.ts';
import { mailAddress, mailLine, mailText } from '../mails/text.ts';
import { fold } from '../reading/values/text.ts';
import type { Answer } from '../tables/answer.ts';
import type { Instant } from './instant.ts';
import { questions } from './questions.ts';

const LONGEST_LINE = 200;
const LONGEST_TEXT = 2000;

const text = z.string().max(LONGEST_LINE * 2);

/** One answer as the command takes it: texts as they were sent, cut to their bounds. */
export const answerInput = z.object({
  /** The number that Google gives to the answer; an edited one keeps it. */
  response: z.string().min(1).max(120),
  submitted_at: z.string().min(1).max(40),
  /** The same instant in Paris. */
  at: z.string().max(19),
  session: text.meta({ prefix: 'SEA' }),
  wish: text.meta({ format: 'wish' }),
  name: text,
  email: text.meta({ format: 'emails' }),
  organisation: text,
  network: text,
  message: z.string().max(LONGEST_TEXT * 2),
});

/** An answer as the command takes it. */
export type AnswerInput = z.infer<typeof answerInput>;

/** The text of a field, as a record of « Régie · réponses reçues » keeps it. */
type Received = Pick<
  Answer,
  | 'response'
  | 'submitted_at'
  | 'at'
  | 'session'
  | 'choice'
  | 'wish'
  | 'name'
  | 'email'
  | 'organisation'
  | 'network'
  | 'message'
>;

/** What an answer says; an address that is none, or a wish that is neither yes nor no, is null. */
export function receivedOf(sent: AnswerInput, now: Instant): Received {
  const { response, submitted_at, at, session, wish, name, email, organisation, network, message } = sent;
  return {
    response: mailLine(response),
    submitted_at: mailLine(submitted_at),
    at: isInstant(at) ? at : now,
    session: /\bSEA-\d{1,9}\b/iu.exec(session)?.[0].toUpperCase() ?? null,
    choice: lineOf(session),
    wish: wishOf(wish),
    name: lineOf(name),
    email: mailAddress(email),
    organisation: lineOf(organisation),
    network: networkOf(network),
    message: textOf(message),
  };
}

function isInstant(at: string): boolean {
  return isDay(at.slice(0, 10)) && /^ (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/u.test(at.slice(10));
}

function wishOf(wish: string): Answer['wish'] {
  const [word] = fold(wish).split(/[^a-z]/u);
  return word === 'oui' ? 'yes' : word === 'non' ? 'no' : null;
}

/** « Réseau MAP » is « MAP »; « non », « aucun » and « - » are none. */
function networkOf(network: string): string | null {
  const line = lineOf(network)?.replace(/^(?:le\s+)?r[ée]seau\s+/iu, '') ?? null;
  return line === null || /^(?:non|aucune?|rien|[-–—./]+)$/iu.test(line) ? null : line;
}

function lineOf(sent: string): string | null {
  const line = Array.from(mailLine(sent).replace(/\s+/gu, ' ')).slice(0, LONGEST_LINE).join('');
  return line === '' ? null : line;
}

function textOf(sent: string): string | null {
  const whole = mailText(sent);
  const letters = Array.from(whole);
  const cut = letters.length > LONGEST_TEXT ? `${letters.slice(0, LONGEST_TEXT - 1).join('')}…` : whole;
  return cut === '' ? null : cut;
}

const values = z.object({ textAnswers: z.object({ answers: z.array(z.object({ value: z.string().default('') })) }) });
const response = z.object({
  responseId: z.string(),
  createTime: z.string().default(''),
  lastSubmittedTime: z.string().default(''),
  answers: z.record(z.string(), z.unknown()).default({}),
});

/** The answers in a page of `forms.responses.list`; `civil` turns Google's instants into Paris time. One that cannot be read at all is left out. */
export function answersIn(page: unknown, civil: (instant: string) => Instant): readonly AnswerInput[] {
  const list = z.object({ responses: z.array(z.unknown()).default([]) }).safeParse(page);
  return (list.data?.responses ?? []).flatMap((one) => {
    const { data } = response.safeParse(one);
    return data === undefined ? [] : [answerOf(data, civil)];
  });
}

function answerOf(sent: z.infer<typeof response>, civil: (instant: string) => Instant): AnswerInput {
  const submitted = sent.lastSubmittedTime === '' ? sent.createTime : sent.lastSubmittedTime;
  const said = ({ id }: { readonly id: string }, most = LONGEST_LINE * 2): string => {
    const { data } = values.safeParse(sent.answers[id]);
    return (data?.textAnswers.answers.map(({ value }) => value).join(' ; ') ?? '').slice(0, most);
  };
  const code = said(questions.code);
  return {
    response: sent.responseId.slice(0, 120),
    submitted_at: submitted.slice(0, 40),
    at: civil(submitted),
    session: /SEA-\d/iu.test(code) ? code : said(questions.session),
    wish: said(questions.wish),
    name: said(questions.name),
    email: said(questions.email),
    organisation: said(questions.organisation),
    network: said(questions.network),
    message: said(questions.message, LONGEST_TEXT * 2),
  };
}
