/** What dues ask of her: to call them, to remind, to look at what nobody noted, to use what was paid in advance. */
import { plural } from '../adoption/labels.ts';
import type { Moment, State } from '../command.ts';
import { plusDays } from '../day.ts';
import { feeBalances } from '../dues/balance.ts';
import type { FeeBalance } from '../dues/balance.ts';
import { campaignSteps, stepNames } from '../dues/campaign-mails.ts';
import { campaignDecisions, campaignOf } from '../dues/campaign.ts';
import { creditsByMember } from '../dues/charges.ts';
import { moneyReads } from '../dues/ledger.ts';
import { outOfDues } from '../dues/out-of-dues.ts';
import { euros, french } from '../french.ts';
import { duplicateMembers } from '../members/duplicates.ts';
import { outboxTable } from '../outbox.ts';
import { readRegister } from '../register.ts';
import type { Register } from '../register.ts';
import { checkTable } from '../tables/check.ts';
import { contactTable } from '../tables/contact.ts';
import { later } from './step.ts';
import type { Step, WeekPart } from './step.ts';

const SOON = 10;
const UNSEEN_DAYS = 30;

/** The dues of the current year. */
export const duesPart: WeekPart = {
  reads: [...moneyReads, contactTable.tab, checkTable.tab, outboxTable.tab],
  steps: (state, moment) => {
    const register = readRegister(state);
    if (register.members.length === 0) return [];
    const year = Number(moment.today.slice(0, 4));
    const duplicates = duplicateMembers(state);
    const gone = new Set(
      register.members
        .filter((member) => duplicates.has(member.id) || outOfDues(member, moment.today) !== null)
        .map(({ id }) => id),
    );
    const balances = feeBalances(register, moment.today).filter(({ fee }) => !gone.has(fee.member ?? ''));
    const ofYear = balances.filter(({ fee }) => fee.year === year);
    return [
      ...callStep(ofYear, year, moment),
      ...messageSteps(state, register, year, moment),
      ...lateStep(balances),
      ...unknownStep(ofYear),
      ...creditStep(register, balances),
      ...unseenStep(register, moment),
    ];
  },
};

function callStep(ofYear: readonly FeeBalance[], year: number, { today }: Moment): Step[] {
  if (ofYear.some(({ fee }) => fee.called_on !== null)) return [];
  const isSeason = today.slice(5, 7) <= '02';
  return [
    {
      id: 'dues-call',
      urgency: isSeason ? 2 : later.soon,
      title: french`Appeler les cotisations ${year}`,
      text: 'Une ligne par adhérent, avec son montant et sa raison ; personne n’est appelé deux fois.',
      tone: 'normal',
      button: 'Appeler',
      action: { do: 'command', command: 'call-dues', input: { year } },
    },
  ];
}

function messageSteps(state: State, register: Register, year: number, { today }: Moment): Step[] {
  if (!register.fees.some((fee) => fee.year === year && fee.called_on !== null)) return [];
  return stepNames.flatMap((step): Step[] => {
    const campaign = campaignOf(state, register, { year, step, today });
    const ready = campaignDecisions(register, campaign).filter(({ hold }) => hold === null);
    if (ready.length === 0) return [];
    const { label } = campaignSteps[step];
    return [
      {
        id: `dues-${step}`,
        urgency: step === 'first' ? SOON - 2 : SOON - 1,
        title: french`${label} ${year} : ${plural(ready.length, 'message')} à préparer`,
        text: french`${euros(ready.reduce((sum, { remaining }) => sum + remaining, 0))} attendus. Vous relisez tout avant que rien ne parte.`,
        tone: 'normal',
        button: 'Voir les messages',
        action: { do: 'command', command: 'send-dues-campaign', input: { year, step } },
      },
    ];
  });
}

function lateStep(balances: readonly FeeBalance[]): Step[] {
  const late = balances.filter(({ late: isLate }) => isLate);
  if (late.length === 0) return [];
  const open = late.reduce((sum, { remaining }) => sum + remaining, 0);
  return [
    {
      id: 'dues-late',
      urgency: SOON,
      title: plural(late.length, 'cotisation en retard', 'cotisations en retard'),
      text: french`${euros(open)} à recevoir, délai de tolérance passé.`,
      tone: 'normal',
      button: 'Voir les retards',
      action: { do: 'view', view: 'dues', input: { filter: 'late', ...yearOf(late) } },
    },
  ];
}

function unknownStep(ofYear: readonly FeeBalance[]): Step[] {
  const unknown = ofYear.filter(({ state }) => state === 'unknown');
  if (unknown.length === 0) return [];
  return [
    {
      id: 'dues-unknown',
      urgency: later.soon,
      title: french`${plural(unknown.length, 'cotisation')} : payée ou non ?`,
      text: 'Personne ne l’a noté : dites-le, et les relances iront à qui il faut.',
      tone: 'normal',
      button: 'Préciser',
      action: { do: 'view', view: 'dues', input: { filter: 'unknown', ...yearOf(unknown) } },
    },
  ];
}

function creditStep(register: Register, balances: readonly FeeBalance[]): Step[] {
  const credits = creditsByMember(register);
  const member = balances.find(({ fee, remaining }) => remaining > 0 && credits.has(fee.member ?? ''));
  if (member === undefined) return [];
  return [
    {
      id: 'dues-credit',
      urgency: later.soon,
      title: french`Une avance peut régler ce que doit « ${member.fee.organisation ?? ''} »`,
      text: 'Cet adhérent a payé plus que ce qu’il devait, et doit de nouveau.',
      tone: 'normal',
      button: 'Utiliser l’avance',
      action: { do: 'command', command: 'use-credit', input: { member: member.fee.member ?? '' } },
    },
  ];
}

/** Once statements are matched, a payment that none has shown for a month deserves a look. */
function unseenStep({ payments }: Register, { today }: Moment): Step[] {
  if (!payments.some(({ statement_key: key }) => key !== null)) return [];
  const limit = plusDays(today, -UNSEEN_DAYS);
  const unseen = payments.filter(
    ({ statement_key: key, method, date }) =>
      key === null && method !== 'cash' && date !== null && date.length === 10 && date < limit,
  );
  if (unseen.length === 0) return [];
  return [
    {
      id: 'payments-unseen',
      urgency: later.sometime - 10,
      title: french`${plural(unseen.length, 'paiement')} pas encore vu${unseen.length < 2 ? '' : 's'} sur un relevé`,
      text: french`Enregistré${unseen.length < 2 ? '' : 's'} il y a plus de ${UNSEEN_DAYS} jours : rapprochez un relevé plus récent, ou corrigez.`,
      tone: 'normal',
      button: 'Voir les cotisations',
      action: { do: 'view', view: 'dues', input: { filter: 'paid' } },
    },
  ];
}

function yearOf([first]: readonly FeeBalance[]): { year?: number } {
  return first?.fee.year === null || first === undefined ? {} : { year: first.fee.year };
}
