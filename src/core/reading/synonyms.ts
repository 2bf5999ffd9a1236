/** The words that headers use for each field, by kind of tab; written folded (no accents, case, punctuation). */
import { type Field, synonyms } from './field.ts';
import { ACTUALS, ATTENDANCE, SESSIONS } from './synonyms-of-activity.ts';
import type { AdoptedKind } from './types.ts';

const MEMBERS = {
  organisation: {
    label: 'Structure',
    sure: synonyms(
      'structure|nom structure|nom de la structure|structures|societe|nom societe|nom de la societe|entite|organisation|organisme|entreprise|nom entreprise|nom de l entreprise|raison sociale|denomination|denomination sociale|association|nom association|nom de l association|adherent|adherents|nom adherent|nom de l adherent|adherent e|membre|membres|nom du membre|etablissement|nom commercial|enseigne|nom du projet|compagnie|cie|resident|residents|company|organization|member|incube|beneficiaire|beneficiaires',
    ),
    perhaps: synonyms('nom|noms|name|qui|intitule|libelle'),
  },
  contact_person: {
    label: 'Contact',
    sure: synonyms(
      'nom contact|nom du contact|contact|contacts|personne contact|personne de contact|referent|referente|referent e|nom du referent|interlocuteur|interlocutrice|interlocuteur trice|responsable|representant|representante|representant legal|dirigeant|dirigeante|dirigeant e|gerant|gerante|gerant e|porteur|porteuse|porteur de projet|porteur du projet|nom et prenom|nom prenom|prenom nom|prenom et nom|personne|personne referente|nom dirigeant|president|presidente',
    ),
    perhaps: synonyms('nom|noms|qui|nom de famille'),
    many: true,
  },
  first_name: { label: 'Prénom', sure: synonyms('prenom|prenoms|prenom contact|prenom du contact|first name') },
  email: {
    label: 'E-mail',
    sure: synonyms(
      'mail|mails|e mail|e mails|email|emails|courriel|courriels|adresse mail|adresse e mail|adresse email|adresse electronique|mel|adel|mail contact|mail 1|mail 2|e mail 2|email 2|mail principal|autre mail|adresse courriel|contact mail',
    ),
    perhaps: synonyms('contact|coordonnees|adresse'),
    many: true,
    likely: 'email',
  },
  phone: {
    label: 'Téléphone',
    sure: synonyms(
      'tel|tels|telephone|telephones|tel port|tel portable|tel fixe|tel mobile|portable|port|mobile|fixe|gsm|numero|numero de telephone|n de telephone|n tel|no tel|num tel|numero tel|phone|tel 1|tel 2|telephone 2|ligne directe|contact tel',
    ),
    perhaps: synonyms('contact|coordonnees'),
    many: true,
    likely: 'phone',
  },
  affiliation: {
    label: 'Affiliation',
    sure: synonyms(
      'statut|statuts|affil|affiliation|type|type membre|type de membre|type d adherent|type adherent|type adhesion|type d adhesion|categorie|categorie membre|categorie d adherent|statut adherent|statut membre|qualite|profil|formule|rattachement|college|membre type|status|nature|accueil|mode d accueil|situation',
    ),
    likely: 'affiliation',
  },
  activity: {
    label: 'Activité',
    sure: synonyms(
      'activite|activites|activite s|discipline|disciplines|activite principale|metier|metiers|metier s|domaine|domaines|domaine d activite|secteur|secteur d activite|secteurs|specialite|specialites|type d activite|fonction dans la filiere|corps de metier|profession|activity|filiere',
    ),
  },
  start: {
    label: 'Date d’adhésion',
    sure: synonyms(
      'date adh|date adhesion|date d adhesion|adherent depuis|membre depuis|depuis|depuis le|entree|date entree|date d entree|arrivee|date arrivee|date d arrivee|date d inscription|date inscription|inscription|inscrit le|adh le|adhere le|adhesion le|adhesion du|adherent du|inscription le|date 1ere adhesion|1ere adhesion|premiere adhesion|annee adhesion|annee d adhesion|debut|date debut|date de debut|debut adhesion|adhesion depuis|date d adh|start|arrive le|entre le',
    ),
    perhaps: synonyms('date|adhesion|annee'),
    likely: 'date',
  },
  fee_paid: {
    label: 'Cotisation payée',
    sure: synonyms(
      'cotis payee|cotis|cotisation|cotisations|cotisation payee|cotisation reglee|cotis reglee|cotis ok|cotis a jour|cotisation a jour|a jour|a jour cotis|a jour de cotisation|paye|payee|paye e|regle|reglee|regle e|reglement|reglements|reglement cotis|reglement cotisation|paiement|paiements|paiement cotis|paiement cotisation|adhesion payee|adhesion reglee|encaisse|acquitte|acquittee|acquittement|versement|montant cotisation|montant cotis|fee|paid|a paye|reglement recu|cotis versee|cotisation versee',
    ),
    perhaps: synonyms('adhesion|montant|ok'),
    likely: 'yes_no',
  },
  fee_amount: {
    label: 'Montant de la cotisation',
    sure: synonyms(
      'montant de la cotisation|montant adhesion|montant regle|montant verse|montant paye|tarif cotisation',
    ),
    perhaps: synonyms('montant|montant cotisation|montant cotis|tarif'),
    likely: 'money',
  },
  payment_method: {
    label: 'Mode de règlement',
    sure: synonyms(
      'mode de paiement|moyen de paiement|mode de reglement|moyen de reglement|mode paiement|mode reglement|type de paiement|type de reglement',
    ),
  },
  space: {
    label: 'Espace occupé',
    sure: synonyms(
      'bureau|bureaux|local|espace|emplacement|n bureau|n de bureau|bureau occupe|espace occupe|local occupe',
    ),
  },
  notes: {
    label: 'Remarques',
    sure: synonyms(
      'remarque|remarques|notes|note|commentaire|commentaires|observation|observations|obs|divers|infos|info|informations|precisions|a noter|memo|rq|rques|remarque s|comments|infos complementaires|suivi',
    ),
    many: true,
  },
} as const satisfies Record<string, Field>;

const SPACES = {
  space: {
    label: 'Espace',
    sure: synonyms(
      'n|no|num|numero|n bureau|n local|n de bureau|no bureau|numero bureau|n du bureau|n du local|numero de bureau|espace|espaces|local|locaux|bureau|bureaux|lot|salle|emplacement|piece|poste|ref|reference|ref local|nom du local|nom de l espace|boutique|code|bureau poste|unite|plateau|cellule|designation|box|atelier',
    ),
  },
  area_m2: {
    label: 'Surface',
    sure: synonyms(
      'surface|surf|superficie|m2|m|surface m2|surface en m2|superficie m2|surface m|metres carres|taille|nb m2|surf m2|area',
    ),
    likely: 'number',
  },
  occupant: {
    label: 'Occupant',
    sure: synonyms(
      'occupant|occupants|occupant s|occupant e|occupe par|structure|structures|structure hebergee|locataire|locataires|resident|residents|resident e|preneur|beneficiaire|entreprise|societe|nom|attribue a|attribution|affectation|occupation|adherent|membre|utilisateur|utilisateurs|qui|hebergee|heberge|entite|organisation|tenant',
    ),
  },
  start: {
    label: 'Entrée',
    sure: synonyms(
      'entree|entrees|date entree|date d entree|arrivee|date arrivee|date d arrivee|debut|date debut|date de debut|debut bail|debut convention|debut de convention|depuis|depuis le|entre le|signature convention|date convention|debut occupation|prise d effet|start|installation|installe le|date d installation',
    ),
    perhaps: synonyms('convention|date|bail|du'),
    likely: 'date',
  },
  planned_end: {
    label: 'Sortie prévue',
    sure: synonyms(
      'sortie prevue|sortie|date sortie|date de sortie|date de sortie prevue|fin|fin prevue|date fin|date de fin|fin bail|fin de bail|fin convention|fin de convention|echeance|terme|depart|depart prevu|date depart|date de depart|jusqu au|jusqu a|fin d occupation|end|sortie le|fin de contrat|au',
    ),
    likely: 'date',
  },
  occupancy_fee: {
    label: 'Redevance',
    sure: synonyms(
      'redevance|redevances|redev|redevance mensuelle|loyer|loyers|loyer mensuel|loyer hc|loyer cc|participation|participation mensuelle|participation aux frais|prix|tarif|montant|montant mensuel|cout|mensualite|indemnite|indemnite d occupation|redevance ht|redevance ttc|loyer redevance|forfait|fee|rent|mise a disposition|paf',
    ),
    likely: 'money',
  },
  deposit: {
    label: 'Caution',
    sure: synonyms(
      'caution|cautions|depot|depot de garantie|depot garantie|dg|garantie|cheque de caution|caution versee|depot g|deposit',
    ),
    likely: 'money',
  },
  notes: {
    label: 'Observations',
    sure: synonyms(
      'obs|observation|observations|remarque|remarques|notes|note|commentaire|commentaires|divers|infos|info|precisions|a noter|memo|rq|suivi|etat',
    ),
    many: true,
  },
} as const satisfies Record<string, Field>;

const BUDGET = {
  label: {
    label: 'Libellé',
    sure: synonyms('libelle|intitule|designation|ligne|lignes|nature|objet|detail|rubrique|rubriques'),
    perhaps: synonyms('poste|postes|description'),
  },
  amount: {
    label: 'Montant',
    sure: synonyms(
      'montant|montants|montant ttc|montant en euros|montant eur|prevu|previsionnel|budget|bp|prevision|previsions|euros|eur|total|somme|budget previsionnel|budget prevu|montant prevu|euro|vote',
    ),
    likely: 'money',
  },
  account: {
    label: 'Compte',
    sure: synonyms('compte|n compte|no compte|numero de compte|n de compte|code|classe|numero|n|cpte|code compte'),
  },
  side: {
    label: 'Charges ou produits',
    sure: synonyms('sens|charge produit|charges produits|type|depense recette|c p'),
  },
  component: { label: 'Détail', sure: synonyms('dont|detail montant') },
  notes: {
    label: 'Remarques',
    sure: synonyms('remarque|remarques|notes|commentaire|commentaires|observation|observations|obs|precisions'),
    many: true,
  },
} as const satisfies Record<string, Field>;

/** The fields of each kind, in the order in which a person would look for them. */
export const FIELDS: Readonly<Record<AdoptedKind, Readonly<Record<string, Field>>>> = {
  members: MEMBERS,
  spaces: SPACES,
  budget: BUDGET,
  sessions: SESSIONS,
  attendance_sheet: ATTENDANCE,
  actuals: ACTUALS,
};

/** The kinds that become records, in the order in which they are tried. */
export const ADOPTED_KINDS: readonly AdoptedKind[] = [
  'members',
  'spaces',
  'budget',
  'sessions',
  'attendance_sheet',
  'actuals',
];
