/** What the grid says when something is refused, wrong or worth a warning, English to French. */
export const gridMessages: Readonly<Record<string, string>> = {
  'Invalid expression': 'Expression non valide',
  'Circular reference': 'Référence circulaire',
  'Invalid reference': 'Référence non valide',
  'Data not available': 'Donnée non disponible',
  'Unknown function': 'Fonction inconnue',
  'Spill range is not empty': 'La plage de résultat n’est pas vide',
  'Division by zero': 'Division par zéro',
  'Number too large': 'Nombre trop grand',
  'Missing closing parenthesis': 'Il manque une parenthèse fermante',
  'Missing opening parenthesis': 'Il manque une parenthèse ouvrante',
  'Missing closing brace': 'Il manque une accolade fermante',
  'Unexpected token: %s': 'Élément inattendu : %s',
  'Wrong function call': 'Appel de fonction incorrect',
  'Invalid formula': 'Formule non valide',
  'Unknown function: "%s"': 'Fonction inconnue : « %s »',
  'Invalid sheet': 'Onglet inconnu',
  'Invalid sheet name: %s': 'Nom d’onglet inconnu : %s',
  'Invalid number of arguments for the %(functionName)s function. Expected %(minArgRequired)s minimum, but got %(nbrArgSupplied)s instead.':
    'Nombre d’arguments incorrect pour %(functionName)s : il en faut au moins %(minArgRequired)s, il y en a %(nbrArgSupplied)s.',
  'Invalid number of arguments for the %(functionName)s function. Expected %(maxArgPossible)s maximum, but got %(nbrArgSupplied)s instead.':
    'Nombre d’arguments incorrect pour %(functionName)s : il en faut au plus %(maxArgPossible)s, il y en a %(nbrArgSupplied)s.',
  'Cannot open the link because the linked sheet is hidden.': 'Le lien mène à un onglet masqué.',
  Sheets: 'Onglets',
  Web: 'Web',
  'The range is invalid': 'La plage n’est pas valide',
  'The range is invalid.': 'La plage n’est pas valide.',
  'This range is invalid': 'Cette plage n’est pas valide',
  'The range is out of the sheet': 'La plage dépasse de l’onglet',
  'The argument is missing. Please provide a value': 'Il manque une valeur.',
  'The second argument is missing. Please provide a value': 'Il manque la seconde valeur.',
  'A range needs to be defined': 'Indiquez une plage.',
  'At least one of the provided values is an invalid formula': 'Une des valeurs est une formule non valide.',
  'The rule is invalid for an unknown reason': 'La règle n’est pas valide.',
  'The rule is invalid for an unknown reason.': 'La règle n’est pas valide.',
  'The chart definition is invalid for an unknown reason': 'Le graphique n’est pas défini correctement.',
  'The dataset is invalid': 'La plage de données n’est pas valide.',
  'The data range is invalid': 'La plage de données n’est pas valide.',
  'Labels are invalid': 'Les étiquettes ne sont pas valides.',
  'Merged cells are preventing this operation. Unmerge those cells and try again.':
    'Des cellules fusionnées empêchent cette opération. Annulez leur fusion et recommencez.',
  'This operation is not possible due to a merge. Please remove the merges first than try again.':
    'Des cellules fusionnées empêchent cette opération. Annulez leur fusion et recommencez.',
  "The header row of a table can't be moved.": 'La ligne d’en-tête d’un tableau ne peut pas être déplacée.',
  'Cannot split the selection for an unknown reason': 'La sélection n’a pas pu être scindée.',
  'There is no match for the selected separator in the selection': 'Ce séparateur ne figure pas dans la sélection.',
  'Only a selection from a single column can be split': 'Sélectionnez une seule colonne à scinder.',
  'Splitting will overwrite existing content': 'Cette opération remplacera des données existantes.',
  'This will overwrite data in the subsequent columns. Split anyway?':
    'Les données des colonnes suivantes seront remplacées. Continuer ?',
  'Cannot remove duplicates for an unknown reason': 'Les doublons n’ont pas pu être supprimés.',
  'Please select only one range of cells': 'Sélectionnez une seule plage.',
  'Please select a range of cells containing values.': 'Sélectionnez une plage qui contient des valeurs.',
  'Please select at latest one column to analyze.': 'Choisissez au moins une colonne à examiner.',
  'You cannot create overlapping tables.': 'Deux tableaux ne peuvent pas se chevaucher.',
  'A table can only be created on a continuous selection.': 'Un tableau se crée sur une sélection d’un seul tenant.',
  'The table zone is invalid for an unknown reason': 'La plage du tableau n’est pas valide.',
  'This operation is not allowed with multiple selections.': 'Cette opération demande une seule sélection.',
  'Cannot do a special paste of a figure.': 'Un graphique ne peut pas être collé de cette façon.',
  'This operation is not allowed due to an overlapping frozen pane.':
    'Les lignes ou colonnes figées empêchent cette opération.',
  'Pasting from the context menu is not supported in this browser. Use keyboard shortcuts ctrl+c / ctrl+v instead.':
    'Utilisez les raccourcis clavier Ctrl+C et Ctrl+V.',
  'Access to the clipboard denied by the browser. Please enable clipboard permission for this page in your browser settings.':
    'Le navigateur refuse l’accès au presse-papiers. Utilisez les raccourcis clavier Ctrl+C et Ctrl+V.',
  'We found data next to your selection. Since this data was not selected, it will not be sorted. Do you want to extend your selection?':
    'Des données jouxtent votre sélection et ne seront pas triées. Étendre la sélection ?',
  'Cannot sort. To sort, select only cells or only merges that have the same size.':
    'Tri impossible : les cellules fusionnées de la sélection n’ont pas toutes la même taille.',
  'Cannot sort a zone with array formulas.': 'Une plage qui contient des formules matricielles ne peut pas être triée.',
  "This formula has over 1000 parts. It can't be processed properly, consider splitting it into multiple cells":
    'Cette formule est trop longue : répartissez-la sur plusieurs cellules.',
  'Match(es) cannot be replaced as they are part of a formula or inside a locked sheet':
    'Ces résultats sont dans une formule ou un onglet verrouillé : ils ne peuvent pas être remplacés.',
  '%(replaceable_count)s match(es) replaced. %(irreplaceable_count)s match(es) cannot be replaced as they are part of a formula or inside a locked sheet':
    '%(replaceable_count)s remplacement(s). %(irreplaceable_count)s résultat(s) non remplacé(s), dans une formule ou un onglet verrouillé.',
  '%s matches in all sheets': '%s résultat(s) dans tous les onglets',
  '%(matches)s matches in %(sheetName)s': '%(matches)s résultat(s) dans « %(sheetName)s »',
  '%(matches)s matches in range %(range)s of %(sheetName)s':
    '%(matches)s résultat(s) dans la plage %(range)s de « %(sheetName)s »',
  'The format entered is not valid.': 'Ce format n’est pas valide.',
  'A named range with this name already exists.': 'Une plage nommée porte déjà ce nom.',
  'The named range name is invalid. Valid names can contain letters, digits, underscores, and periods. The name cannot be only a number, TRUE, or FALSE.':
    'Ce nom n’est pas valide : lettres, chiffres, traits de soulignement et points seulement.',
  'A named range name cannot resemble a cell reference.':
    'Le nom d’une plage ne peut pas ressembler à une référence de cellule.',
  'The named range to update was not found.': 'Cette plage nommée n’existe plus.',
  '%(row_count)s rows and %(column_count)s columns selected':
    '%(row_count)s lignes et %(column_count)s colonnes sélectionnées',
  'The window is too small to display multiple side panels.': 'La fenêtre est trop étroite pour plusieurs panneaux.',
  'Merging these cells will only preserve the top-leftmost value. Merge anyway?':
    'Seule la valeur de la cellule en haut à gauche sera conservée. Fusionner quand même ?',
  "You can't merge cells inside of an existing filter.": 'Des cellules ne peuvent pas être fusionnées dans un filtre.',
  'The cell you are trying to edit has been deleted.': 'La cellule que vous modifiez a été supprimée.',
  'The data you entered in %s violates the data validation rule set on the cell:\n%s':
    'La valeur saisie en %s ne respecte pas la règle de validation de la cellule :\n%s',
  "Result couldn't be automatically expanded.": 'Le résultat n’a pas pu s’étendre.',
  'Merged cells found in the spill zone. Please unmerge cells before using array formulas.':
    'Des cellules fusionnées empêchent le résultat de s’étendre.',
  'Array result was not expanded because it would overwrite data.':
    'Le résultat n’a pas été étendu : il remplacerait des données.',
  '%s duplicate rows found and removed.\n%s unique rows remain.':
    '%s lignes en double supprimées.\nIl reste %s lignes uniques.',
  'Trimmed whitespace from %s cells.': 'Espaces superflus supprimés dans %s cellules.',
  'No selected cells had whitespace trimmed.': 'Aucune cellule n’avait d’espaces superflus.',
  'The sheet name cannot be empty.': 'Donnez un nom à l’onglet.',
  'A sheet with the name %s already exists. Please select another name.':
    'Un onglet s’appelle déjà « %s ». Choisissez un autre nom.',
  'Some used characters are not allowed in a sheet name (Forbidden characters are %s).':
    'Le nom d’un onglet ne peut pas contenir ces caractères : %s.',
  'The range you specified is outside of the sheet.\n\nIf you meant to create a named range, named range cannot have the same name as a cell reference. Please choose another name.':
    'Cette plage dépasse de l’onglet. Le nom d’une plage ne peut pas ressembler à une référence de cellule.',
  'This sheet is locked and cannot be modified. Please unlock it first.':
    'Cet onglet est verrouillé : déverrouillez-le pour le modifier.',
  'The current window is too small to display this sheet properly. Consider resizing your browser window or adjusting frozen rows and columns.':
    'La fenêtre est trop petite pour cet onglet : agrandissez-la ou libérez des lignes et colonnes figées.',
};
