/** The words that headers use for sessions, attendance sheets and ledgers; written folded (no accents, case, punctuation). */
import { type Field, synonyms } from './field.ts';

/** Fields of a session. */
export const SESSIONS = {
  date: {
    label: 'Date',
    sure: synonyms(
      'date|dates|jour|quand|le|date seance|date de la seance|date atelier|date de l atelier|date evenement|calendrier|day|date rdv|jour date|dates et horaires|date et heure',
    ),
    perhaps: synonyms('mois|periode|semaine'),
    likely: 'date',
  },
  title: {
    label: 'Intitulé',
    sure: synonyms(
      'quoi|theme|themes|thematique|intitule|intitules|titre|sujet|atelier|ateliers|seance|seances|session|evenement|evenements|objet|contenu|action|actions|nom de l atelier|activite|formation|rendez vous|rdv|libelle|rencontre|accompagnement|titre de l atelier|nom|title|description|intitule de la seance',
    ),
    perhaps: synonyms('programme|dispositif|type'),
  },
  programme: {
    label: 'Programme',
    sure: synonyms('programme|dispositif|cycle|parcours|axe|programme dispositif|cadre|volet'),
    perhaps: synonyms('type|format|categorie'),
  },
  provider: {
    label: 'Intervenant·e',
    sure: synonyms(
      'intervenant|intervenants|intervenante|intervenant e|intervenants es|intervenant e s|intervenant s|intervenant es|animateur|animatrice|animateur trice|anime par|animation|formateur|formatrice|formateur trice|expert|experte|expert e|experts|par|avec|qui|consultant|consultante|prestataire|speaker|coach|invite|invites|invite e s|facilitateur',
    ),
  },
  time: {
    label: 'Horaire',
    sure: synonyms('horaire|horaires|heure|heures|creneau|creneaux|horaire s|plage horaire|time|heure debut fin|de a'),
    likely: 'time',
  },
  start_time: {
    label: 'Heure de début',
    sure: synonyms('debut|heure debut|heure de debut|h debut|de|start|horaire debut'),
    likely: 'time',
  },
  end_time: {
    label: 'Heure de fin',
    sure: synonyms('fin|heure fin|heure de fin|h fin|a|end|horaire fin'),
    likely: 'time',
  },
  duration: {
    label: 'Durée',
    sure: synonyms(
      'duree|durees|nb heures|nombre d heures|nb h|volume horaire|temps|duration|duree h|nb d heures|duree en heures',
    ),
  },
  registered_count: {
    label: 'Inscrits',
    sure: synonyms(
      'inscrits|inscrit|inscrit e s|inscrits es|nb inscrits|nb d inscrits|nombre d inscrits|inscriptions|nb inscriptions|nombre inscrits|inscrit es|attendus|prevus|registered|nbre inscrits|nbre d inscrits|inscrites',
    ),
    likely: 'number',
  },
  attendance_count: {
    label: 'Présents',
    sure: synonyms(
      'presents|present|present e s|presents es|nb presents|nb de presents|nombre de presents|presences|presence|participants|nb participants|nb de participants|nombre de participants|participant e s|effectif|effectifs|venus|venu|venue|venues|present es|participation|nb|nb personnes|nb de personnes|nombre|frequentation|attendance|nbre presents|nbre participants|nbre de participants|participants es',
    ),
    likely: 'number',
  },
  women_count: {
    label: 'Dont femmes',
    sure: synonyms(
      'dont f|dont femmes|femmes|f|nb femmes|nb f|nombre de femmes|dont nb femmes|women|nb de femmes|dont femme',
    ),
    likely: 'number',
  },
  organisations: {
    label: 'Structures',
    sure: synonyms(
      'structures|structure|structures presentes|structures participantes|entreprises|societes|adherents|adherents presents|beneficiaires|membres|organisations|structures accompagnees|qui est venu|liste|liste des presents|noms|structures accueillies|entites|entreprises presentes',
    ),
  },
  place: { label: 'Lieu', sure: synonyms('lieu|lieux|ou|salle|endroit|adresse|place|localisation|site|lieu salle') },
  notes: {
    label: 'Remarques',
    sure: synonyms(
      'remarque|remarques|notes|note|commentaire|commentaires|observation|observations|obs|divers|infos|info|precisions|a noter|bilan|memo|rq',
    ),
    many: true,
  },
} as const satisfies Record<string, Field>;

/** Fields of an attendance sheet. */
export const ATTENDANCE = {
  rank: { label: 'N°', sure: synonyms('n|no|num|numero|rang|ordre|nb|n ordre') },
  last_name: {
    label: 'Nom',
    sure: synonyms('nom|noms|nom de famille|last name'),
    perhaps: synonyms('participant|participants|participant e'),
  },
  first_name: { label: 'Prénom', sure: synonyms('prenom|prenoms|first name') },
  person: {
    label: 'Nom et prénom',
    sure: synonyms(
      'nom et prenom|nom prenom|prenom nom|prenom et nom|nom prenoms|noms prenoms|noms et prenoms|participant|participants|participant e|participante|personne|nom complet|name|stagiaire|participant e s',
    ),
  },
  organisation: {
    label: 'Structure',
    sure: synonyms(
      'structure|structures|societe|entreprise|organisme|organisation|association|entite|etablissement|nom de la structure|label|compagnie|adherent|raison sociale|company',
    ),
  },
  role: { label: 'Fonction', sure: synonyms('fonction|fonctions|poste|role|qualite|metier|titre|profession') },
  signature: {
    label: 'Signature',
    sure: synonyms(
      'signature|signatures|emargement|emargements|signature matin|signature apres midi|visa|paraphe|sign|signature s|presence|present|presents',
    ),
    many: true,
  },
  notes: {
    label: 'Remarques',
    sure: synonyms('remarque|remarques|notes|observation|observations|obs|commentaire|commentaires'),
    many: true,
  },
} as const satisfies Record<string, Field>;

/** Fields of a ledger entry. */
export const ACTUALS = {
  date: {
    label: 'Date',
    sure: synonyms(
      'date|dates|date operation|date de l operation|date d operation|date valeur|date de valeur|date paiement|date de paiement|date facture|jour|le|date ecriture|date comptable|date reglement',
    ),
    likely: 'date',
  },
  label: {
    label: 'Libellé',
    sure: synonyms(
      'libelle|libelles|libelle operation|libelle de l operation|intitule|operation|operations|designation|description|objet|detail|details|motif|nature de l operation|ecriture|quoi|nature operation',
    ),
    perhaps: synonyms('nature|tiers|fournisseur|fournisseurs|fournisseur client|beneficiaire|beneficiaire emetteur'),
  },
  debit: {
    label: 'Débit',
    sure: synonyms(
      'debit|debits|depense|depenses|sortie|sorties|decaissement|decaissements|charges|charge|debit eur|montant debit|paye|depenses eur|debit euros|montant depense',
    ),
    likely: 'money',
  },
  credit: {
    label: 'Crédit',
    sure: synonyms(
      'credit|credits|recette|recettes|entree|entrees|encaissement|encaissements|produits|produit|credit eur|montant credit|recu|recettes eur|credit euros|montant recette',
    ),
    likely: 'money',
  },
  amount: {
    label: 'Montant',
    sure: synonyms('montant|montants|montant ttc|somme|montant eur|montant en euros|mouvement|valeur'),
    likely: 'money',
  },
  category: {
    label: 'Catégorie',
    sure: synonyms(
      'categorie|categories|poste|postes|compte|comptes|n compte|no compte|numero de compte|n de compte|imputation|imputations|rubrique|rubriques|code comptable|compte comptable|affectation|ligne budgetaire|ligne budget|poste budgetaire|classement|type|cat|ventilation|code compta',
    ),
    perhaps: synonyms('nature|code'),
  },
  balance: {
    label: 'Solde',
    sure: synonyms('solde|soldes|solde banque|solde cumule|solde progressif|solde courant|balance|reste|cumul'),
    likely: 'money',
  },
  project: {
    label: 'Action',
    sure: synonyms(
      'action|projet|projets|analytique|code analytique|axe|programme|code projet|dispositif|section analytique|code action',
    ),
  },
  notes: {
    label: 'Remarques',
    sure: synonyms('remarque|remarques|notes|commentaire|commentaires|observation|observations|obs'),
    many: true,
  },
} as const satisfies Record<string, Field>;
