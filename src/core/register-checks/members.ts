/** What is missing or wrong about members: numbers, addresses, contacts, the charter. */
import type { CheckDraft } from '../adoption/check-drafts.ts';
import { plural } from '../adoption/labels.ts';
import { enumeration, french, quoted } from '../french.ts';
import { typedSiret } from '../members/coordinates.ts';
import { readEmails } from '../reading/values/email.ts';
import type { Contact } from '../tables/contact.ts';
import { contactTable } from '../tables/contact.ts';
import { memberTable } from '../tables/member.ts';
import type { Member } from '../tables/member.ts';
import { pointOf, tabPoint } from './ground.ts';
import type { Ground } from './ground.ts';

/** The points about members and their contacts. */
export function memberChecks(ground: Ground): CheckDraft[] {
  const { members, contacts } = ground.register;
  const present = members.filter((member) => isPresent(member) && !ground.duplicates.has(member.id));
  const reachable = new Set(contacts.filter(({ left_on: left }) => left === null).map(({ member }) => member));
  return [
    ...members.flatMap((member) => siretCheck(ground, member)),
    ...members.flatMap((member) => emailCheck(ground, memberTable, member)),
    ...contacts.flatMap((contact) => emailCheck(ground, contactTable, contact)),
    ...present.flatMap((member) => (reachable.has(member.id) ? [] : contactCheck(ground, member))),
    ...charterCheck(present),
  ];
}

/** Neither gone nor merged into another record. */
function isPresent({ left_on: left, merged_into: merged, imposed_status: status }: Member): boolean {
  return left === null && merged === null && status !== 'left' && status !== 'excluded';
}

function siretCheck(ground: Ground, { id, siret }: Member): CheckDraft[] {
  if (siret === null || typedSiret(siret).ok) return [];
  const digits = siret.replace(/\D/gu, '').length;
  const isDamaged = /e\+?\d+$/iu.test(siret.trim());
  const why = isDamaged
    ? 'le tableur en a fait un nombre et ses derniers chiffres sont perdus'
    : digits === 14
      ? 'sa clé de contrôle est fausse, un chiffre est sans doute mal tapé'
      : french`il a ${plural(digits, 'chiffre')} au lieu de 14`;
  return [
    pointOf(ground, {
      kind: 'invalid_siret',
      severity: 'warning',
      table: memberTable,
      id,
      field: 'siret',
      raw: siret,
      what: french`Le SIRET ${quoted(siret)} n’est pas valable : ${why}.`,
      cure: 'Recopiez-le depuis l’avis de situation (avis-situation-sirene.insee.fr), ou videz la cellule.',
      identity: [siret],
    }),
  ];
}

function emailCheck(
  ground: Ground,
  table: typeof memberTable | typeof contactTable,
  record: Member | Contact,
): CheckDraft[] {
  const { id, email } = record;
  if (email === null) return [];
  const found = readEmails(email);
  const several = found.length > 1;
  if (!several && found[0]?.valid === true) return [];
  const good = [...new Set(found.flatMap(({ value }) => (value === null ? [] : [value])))];
  return [
    pointOf(ground, {
      kind: several ? 'several_emails' : 'invalid_email',
      severity: several ? 'warning' : 'error',
      table,
      id,
      field: 'email',
      raw: email,
      what: several
        ? french`Plusieurs adresses dans une seule cellule (${quoted(email)}) : aucun message ne peut partir.`
        : french`${quoted(email)} n’est pas une adresse e-mail : aucun message ne peut partir.`,
      cure: several
        ? 'Gardez l’adresse principale ; mettez les autres dans « Autres e-mails », séparées par « ; ».'
        : 'Corrigez-la, par exemple nom@structure.fr, ou videz la cellule.',
      proposal: several && good.length === found.length ? split(record, good) : null,
      identity: [email],
    }),
  ];
}

/** For a member the others have a column of their own; for a contact only she knows whose they are. */
function split(record: Member | Contact, [first = '', ...others]: readonly string[]): CheckDraft['proposal'] {
  if (!('other_emails' in record)) return null;
  const all = [...new Set([...record.other_emails, ...others])].filter((email) => email !== first);
  return {
    text: french`E-mail : ${first} ; autres e-mails : ${all.join(' ; ')}`,
    values: { email: first, other_emails: all },
  };
}

function contactCheck(ground: Ground, { id, organisation, email, phone }: Member): CheckDraft[] {
  const isSilent = email === null && phone === null;
  return [
    pointOf(ground, {
      kind: 'member_without_contact',
      severity: isSilent ? 'warning' : 'info',
      table: memberTable,
      id,
      field: 'organisation',
      raw: organisation,
      what: isSilent
        ? french`${quoted(organisation ?? id)} n’a ni contact, ni e-mail, ni téléphone : impossible de joindre cette structure.`
        : french`${quoted(organisation ?? id)} n’a pas de personne dans « Contacts ».`,
      cure: 'Ajoutez une personne dans « Contacts », avec le numéro de cet adhérent.',
    }),
  ];
}

const MOST_NAMES = 8;

/** One point for all: a hundred would hide the others. */
function charterCheck(present: readonly Member[]): CheckDraft[] {
  const unsigned = present.filter(({ charter_signed_on: signed }) => signed === null);
  if (unsigned.length === 0) return [];
  const names = unsigned.slice(0, MOST_NAMES).map(({ organisation, id }) => organisation ?? id);
  const others = unsigned.length - names.length;
  const list = enumeration(others === 0 ? names : [...names, plural(others, 'autre')]);
  return [
    tabPoint(memberTable, {
      kind: 'charter_unsigned',
      severity: 'info',
      what: french`La charte n’est pas notée comme signée par ${plural(unsigned.length, 'adhérent')} : ${list}.`,
      cure: 'Faites-la signer, puis notez la date dans « Charte signée le ».',
    }),
  ];
}
