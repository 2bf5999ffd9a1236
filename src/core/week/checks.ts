/** What « À vérifier » asks of her. */
import { plural } from '../adoption/labels.ts';
import { checkTable } from '../tables/check.ts';
import type { Check } from '../tables/check.ts';
import { checksOf } from '../views/checks.ts';
import { later } from './step.ts';
import type { Step, WeekPart } from './step.ts';

/** Errors, probable duplicates, and the rest. */
export const checksPart: WeekPart = {
  reads: [checkTable.tab],
  steps: (state) => {
    const open = checksOf(state).filter(({ state: verdict }) => (verdict ?? 'open') === 'open');
    return [...errorStep(open), ...duplicateStep(open), ...otherStep(open)];
  },
};

function errorStep(open: readonly Check[]): Step[] {
  const count = open.filter(({ severity }) => severity === 'error').length;
  if (count === 0) return [];
  return [
    {
      id: 'errors',
      urgency: later.mend,
      title: `${plural(count, 'erreur')} à corriger`,
      text: 'Des adresses, des numéros, des dates ou des formules qui ne peuvent pas être lus.',
      tone: 'urgent',
      button: 'Voir les erreurs',
      action: { do: 'view', view: 'checks', input: { severity: 'error' } },
    },
  ];
}

function duplicateStep(open: readonly Check[]): Step[] {
  const count = open.filter(({ kind }) => kind === 'duplicate_row').length;
  if (count === 0) return [];
  return [
    {
      id: 'duplicates',
      urgency: later.soon,
      title: plural(count, 'doublon probable', 'doublons probables'),
      text: 'Comparez les deux lignes, puis acceptez ou ignorez.',
      tone: 'normal',
      button: 'Voir les doublons',
      action: { do: 'view', view: 'checks', input: { kind: 'duplicate_row' } },
    },
  ];
}

function otherStep(open: readonly Check[]): Step[] {
  if (open.length === 0) {
    return [
      {
        id: 'checked',
        urgency: later.done,
        title: 'Tout est vérifié',
        text: 'Aucun point n’attend dans « À vérifier ».',
        tone: 'done',
        button: 'Voir le journal',
        action: { do: 'view', view: 'journal', input: {} },
      },
    ];
  }
  return [
    {
      id: 'checks',
      urgency: later.soon,
      title: `${plural(open.length, 'point')} à vérifier`,
      text: 'Un par un, avec ce qu’il faut faire\u00A0; vous pouvez vous arrêter et reprendre.',
      tone: 'normal',
      button: 'Commencer',
      action: { do: 'view', view: 'checks', input: {} },
    },
  ];
}
