/** The tab of spaces: offices, studio, desks, shops, premises, and who occupies them since when. */
import type { Content, Frame, ReadContext, SpaceRecord } from './types.ts';

/** The spaces of the tab, one record each, with their occupants, fees and stays. */
export function readSpaces(_frame: Frame, _context: ReadContext): Content<SpaceRecord> {
  return { records: [], findings: [], controls: [], totals: {} };
}
