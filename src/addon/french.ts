/** What people read when something goes wrong: one sentence with its cure. */

/** The sentences by situation. */
export const sentences = {
  badRequest:
    'Régie n’a pas compris cette demande : rien n’a été fait. Fermez ce panneau, puis rouvrez-le depuis le menu « Régie ».',
  unknownCommand: (name: string) =>
    `Régie ne connaît pas l’action « ${name} » : rien n’a été fait. Fermez ce panneau, puis rouvrez-le depuis le menu « Régie ».`,
  unknownView: (name: string) =>
    `Régie ne connaît pas la vue « ${name} ». Fermez ce panneau, puis rouvrez-le depuis le menu « Régie ».`,
  badInput: (label: string, detail: string) => `« ${label} » : rien n’a été fait. ${detail} Corrigez, puis réessayez.`,
  busy: 'Une autre action de Régie est en cours sur ce classeur : rien n’a été fait. Patientez quelques secondes, puis réessayez.',
  sheetsMissing:
    'Le service avancé « Google Sheets » n’est pas activé pour Régie : rien n’a été fait. Dans Extensions > Apps Script, ajoutez le service « Google Sheets API » (identifiant : Sheets), puis rouvrez ce classeur.',
  silentReading: 'Google ne répond pas pour le moment : rien n’a été changé. Réessayez dans une minute.',
  silentWriting:
    'Google n’a pas confirmé l’écriture : l’action a peut-être eu lieu. Regardez l’onglet « Journal » avant de recommencer ; Régie relit de toute façon le classeur avant d’agir.',
  overloaded: 'Google limite le nombre d’opérations par minute : rien n’a été fait. Réessayez dans une minute.',
  forbidden:
    'Google refuse l’accès à ce classeur ou à une plage protégée : rien n’a été fait. Vérifiez que vous pouvez le modifier avec le compte ouvert dans ce navigateur, puis réessayez.',
  lost: 'Ce classeur est introuvable : rien n’a été fait. Rouvrez-le depuis Google Drive, puis réessayez.',
  refused: (detail: string) => `Google a refusé l’opération : rien n’a été fait. Son message : « ${detail} ».`,
  internal: (detail: string) =>
    `Régie a rencontré une erreur inattendue. Regardez l’onglet « Journal » pour savoir si l’action a eu lieu, puis réessayez. À transmettre si cela recommence : « ${detail} ».`,
} as const;
