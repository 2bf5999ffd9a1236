/** What can be done from a member's card; other capabilities add theirs to this list. */
import type { MemberCard } from '../../core/members/card-types.ts';
import type { MembersView } from '../../core/views/members.ts';
import type { App } from '../view.ts';
import { duesInput } from './card-dues.ts';
import { leaveForm, mergeForm } from './forms-of-ends.ts';
import { contactForm } from './forms-of-people.ts';
import { affiliationForm, charterForm, consentForm } from './forms-of-standing.ts';

/** A button of the card. */
export interface MemberAction {
  /** French, a verb. */
  readonly label: string;
  /** False where it makes no sense for that member. */
  readonly offered: (card: MemberCard) => boolean;
  readonly run: (app: App, card: MemberCard, view: MembersView) => void;
}

const always = (): boolean => true;
const isHere = ({ status }: MemberCard): boolean => status !== 'left';

/** The buttons under « Autres actions », in order. */
export const memberActions: readonly MemberAction[] = [
  {
    label: 'Cotisations et paiements',
    offered: ({ fees }) => fees.length > 0,
    run: (app, card) => app.go('dues', duesInput(card)),
  },
  { label: 'Ajouter une personne', offered: isHere, run: (app, card) => app.ask(contactForm(card, null)) },
  {
    label: 'Changer de statut',
    offered: isHere,
    run: (app, card, { today }) => app.ask(affiliationForm(card, today)),
  },
  {
    label: 'Noter la signature de la charte',
    offered: isHere,
    run: (app, card, { today }) => app.ask(charterForm(card, today)),
  },
  {
    label: 'Noter un consentement',
    offered: always,
    run: (app, card, { today }) => app.ask(consentForm(card, today)),
  },
  { label: 'Noter un départ', offered: isHere, run: (app, card, { today }) => app.ask(leaveForm(card, today)) },
  {
    label: 'Fusionner avec une autre fiche',
    offered: always,
    run: (app, card, { cards }) => app.ask(mergeForm(card, cards)),
  },
  {
    label: 'Données personnelles',
    offered: always,
    run: (app, { id }) => app.go('personal-data', { id }),
  },
  { label: 'Imprimer la fiche', offered: always, run: () => window.print() },
];
