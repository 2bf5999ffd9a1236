/** Numbers that name no row any more: a fiche was deleted, or a number mistyped. */
import type { CheckDraft } from '../adoption/check-drafts.ts';
import { french, quoted } from '../french.ts';
import { fold } from '../reading/values/text.ts';
import type { AnyRecord, Table } from '../table.ts';
import { affiliationPeriodTable } from '../tables/affiliation-period.ts';
import { consentTable } from '../tables/consent.ts';
import { contactTable } from '../tables/contact.ts';
import { memberTable } from '../tables/member.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import { occupancyTable } from '../tables/occupancy.ts';
import { allocationTable, paymentTable } from '../tables/payment.ts';
import { rentChargeTable } from '../tables/rent-charge.ts';
import { spaceTable } from '../tables/space.ts';
import { pointOf } from './ground.ts';
import type { Ground } from './ground.ts';

interface Link {
  readonly table: Table;
  readonly field: string;
  readonly to: Table;
  /** The fields that give the name, here and there; a name that only one record bears is proposed. */
  readonly name?: readonly [string, string];
}

const toMember = (table: Table): Link => ({
  table,
  field: 'member',
  to: memberTable,
  name: ['organisation', 'organisation'],
});

const links: readonly Link[] = [
  toMember(contactTable),
  toMember(membershipFeeTable),
  toMember(occupancyTable),
  toMember(affiliationPeriodTable),
  toMember(paymentTable),
  toMember(rentChargeTable),
  { table: memberTable, field: 'merged_into', to: memberTable },
  { table: consentTable, field: 'member', to: memberTable },
  { table: consentTable, field: 'contact', to: contactTable },
  { table: occupancyTable, field: 'space', to: spaceTable, name: ['space_name', 'name'] },
  { table: rentChargeTable, field: 'space', to: spaceTable, name: ['space_name', 'name'] },
  { table: rentChargeTable, field: 'occupancy', to: occupancyTable },
  { table: allocationTable, field: 'payment', to: paymentTable },
];

/** The points about numbers that lead nowhere. */
export function linkChecks(ground: Ground): CheckDraft[] {
  const names = new Map<string, ReadonlyMap<string, string | null>>();
  return links.flatMap((link) => {
    const { records } = ground.states.get(link.table.tab) ?? {};
    const targets = ground.states.get(link.to.tab)?.records ?? new Map<string, AnyRecord>();
    // Names are gathered when a number leads nowhere, which is rare.
    const foundFor = (record: AnyRecord) => {
      if (link.name === undefined) return null;
      const known = names.get(link.to.tab) ?? namesOf(targets, link.name[1]);
      names.set(link.to.tab, known);
      return known.get(nameOf(record, link)) ?? null;
    };
    return [...(records ?? [])].flatMap(([id, record]) => {
      const target = record[link.field];
      if (typeof target !== 'string' || targets.has(target)) return [];
      return [deadLink(ground, link, { id, target, found: foundFor(record) })];
    });
  });
}

interface Dead {
  readonly id: string;
  readonly target: string;
  readonly found: string | null;
}

function deadLink(ground: Ground, { table, field, to }: Link, { id, target, found }: Dead): CheckDraft {
  const header = table.columns.find((column) => column.field === field)?.header ?? field;
  return pointOf(ground, {
    kind: 'dead_link',
    severity: 'error',
    table,
    id,
    field,
    raw: target,
    what: french`${quoted(header)} : ${quoted(target)} n’est le numéro d’aucune ligne de ${quoted(to.tab)}.`,
    cure:
      found === null
        ? french`Si la ligne a été supprimée par erreur, remettez-la (Ctrl+Z, ou Fichier > Historique des versions) ; sinon, corrigez ce numéro ou videz la cellule.`
        : french`Une fiche porte ce nom : appliquez la proposition pour la relier.`,
    proposal: found === null ? null : { text: french`${header} : ${found}`, values: { [field]: found } },
    identity: [target],
  });
}

/** The number by name; null for a name that several records bear. */
function namesOf(records: ReadonlyMap<string, AnyRecord>, field: string): ReadonlyMap<string, string | null> {
  const byName = new Map<string, string | null>();
  for (const [id, record] of records) {
    if ((record['merged_into'] ?? null) !== null) continue;
    const name = fold(textOf(record[field]));
    if (name !== '') byName.set(name, byName.has(name) ? null : id);
  }
  return byName;
}

function nameOf(record: AnyRecord, { name }: Link): string {
  return name === undefined ? '' : fold(textOf(record[name[0]]));
}

function textOf(value: AnyRecord[string] | undefined): string {
  return typeof value === 'string' ? value : '';
}
