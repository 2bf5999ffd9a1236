import { byId, element } from './dialogs.ts';
import type { Status } from './protocol.ts';

const shown = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A day as it is said: « 12 mai 2023 », « 1er mai 2023 ». */
export function saidDay(day: string): string {
  return shown.format(new Date(`${day}T00:00:00Z`)).replace(/^1 /u, '1er ');
}

/** The day that comes so many days after. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Says which day the workspace lives in. */
export function showDay(status: Status): void {
  const turned = status.day !== status.today;
  byId('clock-day').textContent = `Nous sommes le ${saidDay(status.day)}`;
  byId('clock-day').classList.toggle('turned', turned);
}

/** Opens « Avancer le temps »; calls turn with the day chosen, or null for the real one. */
export function openClock(status: Status, turn: (day: string | null) => void): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'message';
  dialog.setAttribute('aria-label', 'Avancer le temps');
  const choose = (day: string | null) => {
    dialog.close();
    turn(day);
  };
  const button = (label: string, day: string | null) => {
    const made = element('button', 'quiet', label);
    made.type = 'button';
    made.addEventListener('click', () => choose(day));
    return made;
  };
  const steps = element('div', 'steps', '');
  steps.append(
    button('Demain', dayAfter(status.day, 1)),
    button('Dans une semaine', dayAfter(status.day, 7)),
    button('Revenir à aujourd’hui', null),
  );
  const close = element('button', 'quiet', 'Fermer');
  close.type = 'button';
  close.addEventListener('click', () => dialog.close());
  const actions = element('div', 'actions', '');
  actions.append(close);
  dialog.append(
    element('h2', '', 'Avancer le temps'),
    element(
      'p',
      '',
      `L’espace local vit le ${saidDay(status.day)}. Choisissez un autre jour pour voir ce que Régie y ferait ; l’horloge de votre ordinateur ne change pas.`,
    ),
    steps,
    dayForm(status.day, choose),
    actions,
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function dayForm(day: string, choose: (day: string) => void): HTMLElement {
  const form = element('form', 'day-form', '');
  const label = element('label', '', 'Aller au ');
  const input = element('input', '', '');
  input.type = 'date';
  input.required = true;
  input.value = day;
  label.append(input);
  const go = element('button', 'primary', 'Aller à ce jour');
  go.type = 'submit';
  form.append(label, go);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    choose(input.value);
  });
  return form;
}
