/** The check-list of a departure, as she ticks it. */
export const exitTasks = {
  keys: 'Clés et badges rendus',
  storage: 'Armoire vidée',
  inventory: 'État des lieux de sortie fait',
  deposit: 'Caution rendue',
  insurance: 'Assurance en règle jusqu’à la sortie',
} as const;
