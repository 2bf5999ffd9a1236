/** The pictures of the guide by file name, as addresses that hold them whole. */
import verify from '../../guide/images/a-verifier.png';
import home from '../../guide/images/accueil.png';
import preview from '../../guide/images/adoption-apercu.png';
import tabs from '../../guide/images/adoption-onglets.png';
import directory from '../../guide/images/annuaire.png';
import adopted from '../../guide/images/apres-adoption.png';
import personal from '../../guide/images/donnees-personnelles.png';
import headcount from '../../guide/images/effectifs.png';
import selfFinancing from '../../guide/images/autofinancement.png';
import budget from '../../guide/images/budget-previsionnel.png';
import proposed from '../../guide/images/calendrier-propose.png';
import attendance from '../../guide/images/presences.png';
import sessions from '../../guide/images/seances.png';
import spaces from '../../guide/images/espaces.png';
import journal from '../../guide/images/journal.png';
import extend from '../../guide/images/prolonger.png';
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
  'espaces.png': spaces,
  'seances.png': sessions,
  'calendrier-propose.png': proposed,
  'presences.png': attendance,
  'prolonger.png': extend,
  'saisie.png': typing,
  'budget-previsionnel.png': budget,
  'autofinancement.png': selfFinancing,
};
