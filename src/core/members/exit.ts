/** What has to be settled when a member leaves: keys, storage unit, insurance, deposit, inventory, dues. */
import { lastDayOf } from '../day.ts';
import type { FeeBalance } from '../dues/balance.ts';
import type { Day } from '../day.ts';
import { euros, french, frenchDate, quoted } from '../french.ts';
import type { Member } from '../tables/member.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import type { exitTasks } from './exit-tasks.ts';
import type { Point } from './points.ts';

/** A departure: who, from where, what is owed, what is done already. */
export interface Exit {
  readonly member: Member;
  readonly stays: readonly Occupancy[];
  readonly fees: readonly FeeBalance[];
  readonly done: readonly (keyof typeof exitTasks)[];
}

/** The stays of a member that go on at that day or end on it. */
export function staysAt(stays: readonly Occupancy[], member: string, day: Day): readonly Occupancy[] {
  return stays.filter((stay) => stay.member === member && (lastDayOf(stay.end) ?? day) >= day);
}

/** The points for all that is not done: what depends on a stay, and the dues that remain. */
export function exitPoints({ member, stays, fees, done }: Exit): readonly Point[] {
  const name = quoted(member.organisation);
  const point = (record: string, identity: string, what: string, cure: string): Point => ({
    kind: 'exit_to_finish',
    severity: 'warning',
    record,
    identity,
    what,
    cure,
  });
  const ofStays = stays.flatMap((stay) =>
    openTasks(stay, done).map(({ task, what, cure }) =>
      point(stay.id, task, french`Départ de ${name} : ${what}.`, cure),
    ),
  );
  const ofFees = fees
    .filter(({ remaining }) => remaining > 0)
    .map(({ fee, remaining }) =>
      point(
        fee.id,
        'dues',
        french`Départ de ${name} : il reste ${euros(remaining)} de la cotisation ${fee.year ?? ''}.`,
        'Encaissez-la, ou notez-la « dispensée » avec sa raison.',
      ),
    );
  return [...ofStays, ...ofFees];
}

interface Task {
  readonly task: keyof typeof exitTasks;
  readonly what: string;
  readonly cure: string;
}

function openTasks(stay: Occupancy, done: Exit['done']): readonly Task[] {
  const { keys, storage_unit: storage, deposit, insurance_until: insurance } = stay;
  const tasks: readonly (Task | null)[] = [
    stay.keys_returned_on !== null
      ? null
      : {
          task: 'keys',
          what: keys === null ? 'clés et badges à récupérer' : `clés et badges à récupérer (${keys})`,
          cure: 'Notez le jour dans « Clés rendues le », dans « Occupations ».',
        },
    storage === null
      ? null
      : {
          task: 'storage',
          what: `armoire ${storage} à faire vider`,
          cure: 'Videz ensuite la cellule « Armoire », dans « Occupations ».',
        },
    stay.inventory_out !== null
      ? null
      : {
          task: 'inventory',
          what: 'état des lieux de sortie à faire',
          cure: 'Notez le jour dans « État des lieux de sortie », dans « Occupations ».',
        },
    deposit === null || deposit <= 0 || stay.deposit_returned_on !== null
      ? null
      : {
          task: 'deposit',
          what: french`caution de ${euros(deposit)} à rendre`,
          cure: 'Notez le jour dans « Caution rendue le », dans « Occupations ».',
        },
    insurance === null || insurance >= (stay.end ?? insurance)
      ? null
      : {
          task: 'insurance',
          what: `assurance valable jusqu’au ${frenchDate(insurance)} seulement`,
          cure: 'Demandez une attestation jusqu’au jour de la sortie.',
        },
  ];
  return tasks.filter((task) => task !== null).filter(({ task }) => !done.includes(task));
}
