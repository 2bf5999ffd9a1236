/** What the spreadsheet engine calls and Node 20 lacks; harmless where it exists. */

interface Grouping {
  groupBy?: (items: Iterable<unknown>, key: (item: unknown, index: number) => PropertyKey) => unknown;
}

// The casts: lib ES2022 does not declare these two, whether or not the runtime has them.
const objects = Object as unknown as Grouping;
const maps = Map as unknown as Grouping;

objects.groupBy ??= (items, key) => {
  const groups: Record<PropertyKey, unknown[]> = Object.create(null) as Record<PropertyKey, unknown[]>;
  let index = 0;
  for (const item of items) (groups[key(item, index++)] ??= []).push(item);
  return groups;
};

maps.groupBy ??= (items, key) => {
  const groups = new Map<PropertyKey, unknown[]>();
  let index = 0;
  for (const item of items) {
    const name = key(item, index++);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
};
