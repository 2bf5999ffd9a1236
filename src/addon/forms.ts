/** The form « Inscriptions »: made at her request, read at each answer and from the clock. */
import { catchUpForm, makeForm } from '../core/registrations/catch-up.ts';
import type { FormAsk, FormReport } from '../core/registrations/catch-up.ts';
import { drive } from '../core/shell.ts';
import type { Ask } from '../core/shell.ts';
import { formsCaller, perform, report, runOnAnswers, withLock } from './google.ts';
import { momentNow, parisTime } from './paris.ts';

/** The global function that each answer calls (main.ts). */
const ON_ANSWER = 'formSubmitted';

/** Where, and what is known of its tabs. */
interface FormRunPlace {
  readonly spreadsheetId: string;
  readonly known: readonly string[] | null;
  readonly who: string;
}

/** Makes the form, opens it, and has each answer wake Régie up. */
export function makeRegistrationForm({ spreadsheetId, known, who }: FormRunPlace): FormReport {
  const done = drive(makeForm({ known, who, civil: parisTime }), answerer(spreadsheetId));
  if (done.form !== null) runOnAnswers(done.form, ON_ANSWER);
  return done;
}

/** Takes in the answers that are new, and moves the queue. */
export function readAnswers({ spreadsheetId, known, who }: FormRunPlace): FormReport {
  return drive(catchUpForm({ known, who, civil: parisTime }), answerer(spreadsheetId));
}

/** The same where nobody is at the screen: what goes wrong is left for the next run. True when mails may wait because of it. */
export function readAnswersQuietly(spreadsheetId: string): boolean {
  try {
    const { waiting } = readAnswers({ spreadsheetId, known: null, who: 'Formulaire d’inscription' });
    return waiting > 0;
  } catch (error) {
    report(error);
    return true;
  }
}

function answerer(spreadsheetId: string): (ask: Ask | FormAsk) => unknown {
  const callForms = formsCaller();
  return (ask) => {
    switch (ask.do) {
      case 'forms':
        return callForms(ask.calls);
      case 'locked':
        return withLock(() => drive(ask.steps, (inner) => perform(spreadsheetId, inner)));
      case 'moment':
        return momentNow();
      case 'get':
      case 'batchUpdate':
        return perform(spreadsheetId, ask);
    }
  };
}
