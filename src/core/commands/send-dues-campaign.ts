/** Prepare the mails of a step of the renewal campaign: only to members who owe, once each, reminders in their time. */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import { campaignKey, campaignSteps } from '../dues/campaign-mails.ts';
import type { CampaignStep } from '../dues/campaign-mails.ts';
import type { Hold } from '../dues/campaign-rules.ts';
import { campaignMail } from '../dues/campaign-text.ts';
import { campaignDecisions, campaignOf } from '../dues/campaign.ts';
import type { CampaignDecision } from '../dues/campaign.ts';
import { euros, french } from '../french.ts';
import { mailTabs, mailsToAdd } from '../mails/wished.ts';
import { TO_MYSELF } from '../outbox.ts';
import type { Problem } from '../problem.ts';
import { readRegister } from '../register.ts';
import { checkTable } from '../tables/check.ts';
import { contactTable } from '../tables/contact.ts';
import { memberTable } from '../tables/member.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import { allocationTable } from '../tables/payment.ts';

const steps = Object.keys(campaignSteps) as [CampaignStep, ...CampaignStep[]];
const input = z.object({
  year: z.number().int().min(2000).max(2100),
  step: z.enum(steps),
  /** True to send one example to whoever carries it out, and nothing to anybody else. */
  test: z.boolean().default(false),
});

/** « Préparer la campagne de cotisations »: the mails stop with the payment, and never go to someone who left. */
export const sendDuesCampaign = defineCommand({
  name: 'send-dues-campaign',
  label: 'Préparer les messages de cotisation',
  purpose: 'Écrit à chaque adhérent qui doit encore sa cotisation : appel, puis deux relances.',
  input,
  reads: () => [
    ...mailTabs,
    memberTable.tab,
    contactTable.tab,
    membershipFeeTable.tab,
    allocationTable.tab,
    checkTable.tab,
  ],
  changes: () => [],
  decide: (state, { year, step, test }, moment) => {
    const register = readRegister(state);
    const missing = register.problems.filter(
      ({ kind, tab }) => kind === 'column_missing' && (tab === membershipFeeTable.tab || tab === memberTable.tab),
    );
    if (missing.length > 0)
      return refuse('Une colonne manque : aucun message n’est préparé sans elle.', { problems: missing });
    const decisions = campaignDecisions(register, campaignOf(state, register, { year, step, today: moment.today }));
    const sending = decisions.filter(({ hold }) => hold === null);
    const { label } = campaignSteps[step];
    if (test) {
      const example = sending[0] ?? decisions.find(({ owing }) => owing.length > 0);
      if (example === undefined)
        return refuse(french`Aucune cotisation ${year} n’est due : il n’y a pas d’exemple à envoyer.`);
      const key = `dues-${year}-${step}/essai-${moment.today}-${moment.time}`;
      const added = mailsToAdd(
        state,
        [campaignMail(example, { year, step }, register.settings, { key, to: TO_MYSELF })],
        moment,
      );
      if (added.refusal !== null) return refuse(added.refusal);
      return wish({
        ...sent(added),
        summary: [
          french`Un essai de « ${label} ${year} », pour vous seulement, avec l’exemple de « ${example.member.organisation ?? ''} ».`,
        ],
      });
    }
    const wished = sending.map((decision) =>
      campaignMail(decision, { year, step }, register.settings, {
        key: campaignKey(year, step, decision.member.id),
        to: decision.to ?? '',
      }),
    );
    const added = mailsToAdd(state, wished, moment);
    if (added.refusal !== null) return refuse(added.refusal);
    const total = sending.reduce((sum, { remaining }) => sum + remaining, 0);
    return wish({
      ...sent(added),
      problems: [...heldProblems(decisions), ...added.problems],
      summary: [
        sending.length === 0
          ? french`${label} ${year} : personne à qui écrire.`
          : french`${label} ${year} : ${plural(added.outbox.length, 'message')}, ${euros(total)} attendus.`,
        ...(added.drafts ? ['Les messages attendront votre relecture dans « Envois » avant de partir.'] : []),
        ...heldSentences(decisions),
      ],
      details: { mails: added.outbox.map(({ to, subject, body }) => ({ to, subject, body })) },
    });
  },
});

function sent({ outbox, effects, problems }: ReturnType<typeof mailsToAdd>) {
  return { outbox, effects, problems };
}

const HELD: Readonly<Record<Hold, readonly [string, string]>> = {
  paid: ['a réglé sa cotisation', 'ont réglé leur cotisation'],
  waived: ['est dispensée', 'sont dispensées'],
  unreadable: ['a une cellule illisible (à corriger)', 'ont une cellule illisible (à corriger)'],
  doubled: ['a deux cotisations pour la même année (à régler)', 'ont deux cotisations pour la même année (à régler)'],
  out: ['n’est plus adhérente, ou pas encore', 'ne sont plus adhérentes, ou pas encore'],
  duplicate: ['est un doublon probable', 'sont des doublons probables'],
  no_fee: ['n’a pas de cotisation appelée', 'n’ont pas de cotisation appelée'],
  unknown: ['a peut-être payé (à préciser)', 'ont peut-être payé (à préciser)'],
  known: ['a déjà ce message dans « Envois »', 'ont déjà ce message dans « Envois »'],
  not_mailed: ['n’a pas reçu l’étape d’avant', 'n’ont pas reçu l’étape d’avant'],
  too_soon: ['a reçu l’étape d’avant il y a trop peu de jours', 'ont reçu l’étape d’avant il y a trop peu de jours'],
  no_address: ['n’a pas d’adresse valable', 'n’ont pas d’adresse valable'],
};

function heldSentences(decisions: readonly CampaignDecision[]): string[] {
  return Object.entries(HELD).flatMap(([hold, [one, many]]) => {
    const count = decisions.filter((decision) => decision.hold === hold).length;
    return count === 0 ? [] : [french`Pas de message : ${plural(count, 'structure')} ${count === 1 ? one : many}.`];
  });
}

const TO_MEND: readonly (Hold | null)[] = ['no_address', 'unknown', 'doubled', 'unreadable'];

/** What she can mend so that the mail leaves next time, with its place when a cell is the matter. */
function heldProblems(decisions: readonly CampaignDecision[]): Problem[] {
  return decisions
    .filter(({ hold }) => TO_MEND.includes(hold))
    .map(({ member, hold, reasons, problem }) =>
      problem === null
        ? {
            tab: hold === 'no_address' ? memberTable.tab : membershipFeeTable.tab,
            row: null,
            column: null,
            kind: hold === 'no_address' ? 'invalid_email' : hold === 'doubled' ? 'fee_twice' : 'fee_unknown',
            raw: member.id,
            severity: 'warning' as const,
            message: french`« ${member.organisation ?? ''} » (${member.id}) : ${lower(reasons.at(-1)?.text ?? '')}`,
          }
        : { ...problem, message: french`Pas de message à « ${member.organisation ?? member.id} ». ${problem.message}` },
    );
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
