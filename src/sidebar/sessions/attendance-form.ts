/** The form of who came: everybody is ticked at first, so that only the absent are to be unticked. */
import type { SessionPerson } from '../../core/sessions/session-item.ts';
import type { SessionCard } from '../../core/views/sessions.ts';
import type { Field } from '../field-value.ts';
import type { Form, FormValues } from '../form.ts';

/** « Qui est venu ? » */
export function attendanceForm({ session, item, people }: SessionCard): Form {
  const expected = people.filter(({ seated, waiting, status }) => seated || waiting || status === 'excused');
  const isNoted = people.some(({ status }) => status === 'present' || status === 'absent');
  return {
    title: 'Qui est venu ?',
    intro: `${item.title}, ${item.when}.${expected.length === 0 ? '' : ' Décochez les absents.'}`,
    fields: [
      ...(expected.length === 0 ? [] : [presentField(expected, isNoted)]),
      {
        kind: 'long',
        name: 'walkIns',
        label: 'Venus sans inscription',
        help: 'Une personne par ligne : Prénom Nom, Structure.',
        most: 10_000,
      },
      ...(expected.length === 0 ? [] : [excusedField(expected)]),
      {
        kind: 'number',
        name: 'attended',
        label: 'Nombre de présents',
        help: 'Seulement si vous n’avez pas tous les noms.',
      },
      { kind: 'number', name: 'women', label: 'Dont femmes', help: 'Si vous le comptez.', value: session.women },
    ],
    action: (values) => ({
      command: 'record-attendance',
      title: null,
      yes: 'Enregistrer',
      input: {
        session: session.id,
        present: values.list('present'),
        excused: excusedIn(values, expected),
        walkIns: values.text('walkIns'),
        attended: values.number('attended'),
        women: values.number('women'),
      },
    }),
  };
}

function presentField(expected: readonly SessionPerson[], isNoted: boolean): Field {
  const isIn = ({ status, seated }: SessionPerson): boolean =>
    isNoted ? status === 'present' : seated && status !== 'excused';
  return {
    kind: 'ticks',
    name: 'present',
    label: 'Présents',
    value: expected.filter(isIn).map(({ id }) => id),
    choices: expected.map(({ id, name, organisation, waiting }) => ({
      value: id,
      label: `${name}${organisation === null ? '' : `, ${organisation}`}${waiting ? ' (en attente)' : ''}`,
    })),
  };
}

function excusedField(expected: readonly SessionPerson[]): Field {
  const excused = expected.filter(({ status }) => status === 'excused');
  return {
    kind: 'long',
    name: 'excusedNames',
    label: 'Absents excusés',
    help: 'Leur nom, un par ligne, comme dans la liste. Les autres absents sont notés absents.',
    most: 5000,
    value: excused.map(({ name }) => name).join('\n'),
  };
}

function excusedIn(values: FormValues, expected: readonly SessionPerson[]): string[] {
  const names = (values.text('excusedNames') ?? '').split('\n').map((name) => name.trim().toLowerCase());
  const present = values.list('present');
  return expected
    .filter(({ id, name }) => !present.includes(id) && names.includes(name.toLowerCase()))
    .map(({ id }) => id);
}
