/** The pictures of the guide by file name, as addresses that hold them whole. */
import verify from '../../guide/images/a-verifier.png';
import home from '../../guide/images/accueil.png';
import preview from '../../guide/images/adoption-apercu.png';
import tabs from '../../guide/images/adoption-onglets.png';
import calendar from '../../guide/images/agenda.png';
import directory from '../../guide/images/annuaire.png';
import adopted from '../../guide/images/apres-adoption.png';
import personal from '../../guide/images/donnees-personnelles.png';
import headcount from '../../guide/images/effectifs.png';
import selfFinancing from '../../guide/images/autofinancement.png';
import budget from '../../guide/images/budget-previsionnel.png';
import proposed from '../../guide/images/calendrier-propose.png';
import attendance from '../../guide/images/presences.png';
import sessions from '../../guide/images/seances.png';
import ageing from '../../guide/images/balance-agee.png';
import dues from '../../guide/images/cotisations.png';
import departures from '../../guide/images/departs.png';
import spaces from '../../guide/images/espaces.png';
import member from '../../guide/images/fiche.png';
import occupancy from '../../guide/images/occupation.png';
import why from '../../guide/images/pourquoi.png';
import rents from '../../guide/images/redevances.png';
import settings from '../../guide/images/reglages.png';
import statement from '../../guide/images/releve.png';
import registrations from '../../guide/images/inscriptions.png';
import waitlist from '../../guide/images/liste-attente.png';
import journal from '../../guide/images/journal.png';
import extend from '../../guide/images/prolonger.png';
import bookings from '../../guide/images/reservations.png';
import typing from '../../guide/images/saisie.png';

/** Every picture that a chapter shows. */
export const pictures: Readonly<Record<string, string>> = {
  'accueil.png': home,
  'adoption-onglets.png': tabs,
  'adoption-apercu.png': preview,
  'apres-adoption.png': adopted,
  'a-verifier.png': verify,
  'journal.png': journal,
  'annuaire.png': directory,
  'effectifs.png': headcount,
  'donnees-personnelles.png': personal,
  'fiche.png': member,
  'cotisations.png': dues,
  'reglages.png': settings,
  'releve.png': statement,
  'pourquoi.png': why,
  'balance-agee.png': ageing,
  'espaces.png': spaces,
  'seances.png': sessions,
  'calendrier-propose.png': proposed,
  'presences.png': attendance,
  'occupation.png': occupancy,
  'departs.png': departures,
  'redevances.png': rents,
  'inscriptions.png': registrations,
  'liste-attente.png': waitlist,
  'prolonger.png': extend,
  'saisie.png': typing,
  'agenda.png': calendar,
  'reservations.png': bookings,
  'budget-previsionnel.png': budget,
  'autofinancement.png': selfFinancing,
};
