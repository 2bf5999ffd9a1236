/** The forms of a session: add, correct, move, cancel, note who came. */
import type { SessionCard, SessionsView } from '../../core/views/sessions.ts';
import type { Choice, Field } from '../field-value.ts';
import type { Form, FormValues } from '../form.ts';

type Programmes = SessionsView['programmes'];

const choicesOf = (programmes: Programmes): Choice[] =>
  programmes.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));

/** The words of a line, « MAP ; FELIN ». */
export function wordsOf(text: string | null): string[] {
  return (text ?? '')
    .split(/[;,]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** A new session. */
export function addSessionForm(programmes: Programmes, today: string): Form {
  return {
    title: 'Ajouter une séance',
    intro: 'Ce que vous laissez vide vient du programme : heure, lieu, places.',
    fields: [
      { kind: 'select', name: 'programme', label: 'Programme', choices: choicesOf(programmes) },
      { kind: 'text', name: 'title', label: 'Titre', help: 'Vide : le nom du programme.', most: 200 },
      { kind: 'date', name: 'date', label: 'Jour', value: today, required: true },
      { kind: 'text', name: 'start_time', label: 'Début', help: 'Par exemple 18:00.', most: 8 },
      { kind: 'text', name: 'end_time', label: 'Fin', most: 8 },
      { kind: 'text', name: 'place', label: 'Lieu', most: 200 },
      { kind: 'text', name: 'provider', label: 'Intervenant·e', most: 200 },
    ],
    action: (values) => ({
      command: 'add-session',
      title: null,
      yes: 'Ajouter',
      input: {
        date: values.day('date') ?? '',
        ...given(values, ['programme', 'title', 'start_time', 'end_time', 'place', 'provider']),
      },
    }),
  };
}

function given(values: FormValues, names: readonly string[]): Record<string, string> {
  const filled = names.flatMap((name): [string, string][] => {
    const text = values.text(name);
    return text === null ? [] : [[name, text]];
  });
  return Object.fromEntries(filled);
}

/** Another day, hour or place; a proposal may be confirmed with it. */
export function moveSessionForm({ session, item }: SessionCard, people: number): Form {
  const proposed = session.status === 'proposed';
  const day = session.date !== null && session.date.length === 10 ? session.date : null;
  return {
    title: proposed ? 'Choisir la date' : 'Changer la date',
    intro: proposed
      ? `${item.title}. Personne n’est prévenu.`
      : `${item.title}. Vous verrez qui sera prévenu avant de confirmer.`,
    fields: [
      { kind: 'date', name: 'date', label: 'Jour', value: day, required: true },
      { kind: 'text', name: 'start_time', label: 'Début', value: session.start_time, most: 8 },
      { kind: 'text', name: 'end_time', label: 'Fin', value: session.end_time, most: 8 },
      { kind: 'text', name: 'place', label: 'Lieu', value: session.place, most: 200 },
      { kind: 'text', name: 'online_link', label: 'Lien visio', value: session.online_link },
      { kind: 'text', name: 'reason', label: 'Motif', help: proposed ? '' : 'Repris dans le message.', most: 200 },
      ...(proposed
        ? [{ kind: 'tick', name: 'confirm', label: 'Confirmer cette date', value: true } as const]
        : people === 0
          ? []
          : [{ kind: 'tick', name: 'tell', label: 'Prévenir les personnes inscrites', value: true } as const]),
    ].map((field) => field as Field),
    action: (values) => ({
      command: 'move-session',
      title: proposed ? 'Choisir la date' : null,
      yes: proposed ? 'Choisir cette date' : 'Changer la date',
      input: {
        id: session.id,
        date: values.day('date') ?? '',
        start_time: values.text('start_time'),
        end_time: values.text('end_time'),
        place: values.text('place'),
        online_link: values.text('online_link'),
        ...given(values, ['reason']),
        ...(proposed ? { confirm: values.flag('confirm') } : {}),
        ...(proposed || people === 0 ? {} : { tell: values.flag('tell') }),
      },
    }),
  };
}

/** Cancel a session, or set a proposal aside. */
export function cancelSessionForm({ session, item }: SessionCard, people: number): Form {
  const proposed = session.status === 'proposed';
  return {
    title: proposed ? 'Écarter cette date' : 'Annuler la séance',
    intro: proposed ? `${item.title}, ${item.when}. La date ne sera plus proposée.` : `${item.title}, ${item.when}.`,
    fields: [
      {
        kind: 'text',
        name: 'reason',
        label: 'Motif',
        help: proposed ? 'Pour vous en souvenir.' : 'Repris dans le message.',
        most: 200,
      },
      ...(proposed || people === 0
        ? []
        : [{ kind: 'tick', name: 'tell', label: 'Prévenir les personnes concernées', value: true } as const]),
    ],
    action: (values) => ({
      command: 'cancel-session',
      title: proposed ? 'Écarter cette date' : null,
      yes: proposed ? 'Écarter' : 'Annuler la séance',
      input: {
        id: session.id,
        reason: values.text('reason'),
        ...(proposed || people === 0 ? {} : { tell: values.flag('tell') }),
      },
    }),
  };
}

/** What may be corrected without telling anybody. */
export function editSessionForm({ session }: SessionCard, programmes: Programmes): Form {
  return {
    title: 'Modifier la séance',
    fields: [
      { kind: 'text', name: 'title', label: 'Titre', value: session.title, most: 200 },
      {
        kind: 'select',
        name: 'programme',
        label: 'Programme',
        value: session.programme,
        choices: choicesOf(programmes),
      },
      {
        kind: 'text',
        name: 'other_programmes',
        label: 'Autres programmes',
        help: 'Leurs codes. La séance n’est comptée qu’une fois.',
        value: session.other_programmes.join(' ; '),
      },
      { kind: 'text', name: 'variant', label: 'Type', value: session.variant, most: 200 },
      { kind: 'text', name: 'provider', label: 'Intervenant·e', value: session.provider, most: 200 },
      { kind: 'number', name: 'capacity', label: 'Places', help: 'Vide : sans limite.', value: session.capacity },
      { kind: 'text', name: 'networks', label: 'Réseaux invités', value: session.networks.join(' ; ') },
      {
        kind: 'tick',
        name: 'one_per_organisation',
        label: 'Une personne par structure',
        value: session.one_per_organisation === true,
      },
      { kind: 'text', name: 'online_link', label: 'Lien visio', value: session.online_link },
      { kind: 'text', name: 'replay_link', label: 'Lien du replay', value: session.replay_link },
      { kind: 'long', name: 'notes', label: 'Remarques', value: session.notes, most: 2000 },
    ],
    action: (values) => ({
      command: 'edit-session',
      title: null,
      yes: 'Enregistrer',
      input: {
        id: session.id,
        ...Object.fromEntries(
          ['title', 'variant', 'provider', 'online_link', 'replay_link', 'notes'].map((name) => [
            name,
            values.text(name),
          ]),
        ),
        ...(values.text('programme') === session.programme ? {} : { programme: values.text('programme') }),
        ...sameList(session.other_programmes, 'other_programmes', values),
        ...sameList(session.networks, 'networks', values),
        capacity: values.number('capacity'),
        one_per_organisation: values.flag('one_per_organisation')
          ? true
          : session.one_per_organisation === null
            ? null
            : false,
      },
    }),
  };
}

function sameList(before: readonly string[], name: string, values: FormValues): Record<string, string[]> {
  const words = wordsOf(values.text(name));
  return words.join(';') === before.join(';') ? {} : { [name]: words };
}
