/** Mails on their way out: how many of how many, what stopped them, and « Continuer l’envoi ». */
import type { MailReport } from '../../core/catch-up.ts';
import type { ApplyAnswer } from '../../core/shell.ts';
import { announce, fill, h } from '../dom.ts';
import { count, number } from '../french.ts';
import { failureText } from '../server.ts';
import type { Server } from '../server.ts';
import { notice } from './preview.ts';
import { progress } from './progress.ts';

/** Sends what an action left to send, and says what became of it; null when it left nothing. */
export function sending(server: Server, { waiting, drafts }: ApplyAnswer['mails']): HTMLElement | null {
  if (waiting <= 0)
    return drafts === 0
      ? null
      : notice(
          'mail',
          `${count(drafts, 'message attend', 'messages attendent')} votre relecture dans « Envois ».`,
          'info',
        );
  const place = h('div', { class: 'sending' });
  void send(server, place, waiting);
  return place;
}

/** Sends until nothing is left or something stops it; the place shows how far it is. True when all left and nothing else is to be read there. */
export async function send(server: Server, place: HTMLElement, total: number): Promise<boolean> {
  const so = { sent: 0, refused: 0, uncertain: 0, withdrawn: 0 };
  fill(place, progress(`Envoi de ${count(total, 'message')}…`));
  try {
    for (;;) {
      const report = await server.catchUp();
      for (const what of COUNTED) so[what] += report[what];
      if (report.stopped !== 'time' || report.sent === 0) {
        finish(server, place, { ...report, ...so });
        return so.sent > 0 && so.refused + so.uncertain + so.withdrawn + report.left === 0;
      }
      const all = Math.max(total, so.sent + report.left);
      fill(place, progress(`${count(so.sent, 'message')} sur ${number(all)} envoyés…`));
    }
  } catch (error) {
    fill(place, notice('error', failureText(error), 'error'), again(server, place, total - so.sent));
    return false;
  }
}

const COUNTED = ['sent', 'refused', 'uncertain', 'withdrawn'] as const;

function finish(server: Server, place: HTMLElement, report: MailReport): void {
  const { sent, refused, uncertain, withdrawn, left, stopped } = report;
  const done = sent === 0 ? null : `${count(sent, 'message envoyé', 'messages envoyés')}.`;
  const wrong = [
    refused > 0 ? count(refused, 'message refusé', 'messages refusés') : '',
    uncertain > 0 ? `${count(uncertain, 'message')} à vérifier` : '',
  ].filter((part) => part !== '');
  announce(done ?? 'Aucun message n’est parti.');
  fill(
    place,
    done === null ? null : notice('mail', done, 'success'),
    wrong.length === 0 ? null : notice('alert', `${wrong.join(', ')} : voyez « Envois ».`, 'warning'),
    withdrawn === 0
      ? null
      : notice(
          'info',
          `${count(withdrawn, 'message n’est pas parti', 'messages ne sont pas partis')}, faute de raison valable aujourd’hui : voyez « Envois ».`,
          'info',
        ),
    left === 0 || stopped === null
      ? null
      : notice('info', `${count(left, 'message attend', 'messages attendent')} encore : ${WHY[stopped]}`, 'info'),
    left === 0 || stopped === 'quota' || stopped === 'tab' ? null : again(server, place, left),
  );
}

const WHY = {
  quota: 'le nombre de messages permis aujourd’hui est atteint. Le reste partira demain, sans rien faire.',
  time: 'ils partiront dans les dix minutes, sans rien faire.',
  busy: 'une autre action de Régie est en cours. Ils partiront dans les dix minutes, sans rien faire.',
  rights: 'Google n’autorise pas encore Régie à envoyer des messages. Rouvrez Régie depuis le menu et acceptez.',
  trouble: 'Google ne confirme plus les envois. Réessayez dans une minute.',
  tab: 'l’onglet « Envois » a perdu une colonne. Annulez sa suppression (Ctrl+Z), puis recommencez.',
} as const;

function again(server: Server, place: HTMLElement, left: number): HTMLElement {
  const press = (): void => void send(server, place, left);
  return h('button', { type: 'button', class: 'plain', onclick: press }, 'Continuer l’envoi');
}
