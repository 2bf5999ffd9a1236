/** Which record a command may act on: one that is there, and that was not merged into another. */
import { french, quoted } from '../french.ts';
import type { Member } from '../tables/member.ts';
import type { Typed } from './coordinates.ts';

/** The member found under that number; or, in French, that it is gone or merged, and where to go instead. */
export function actingMember(found: Member | null | undefined, id: string): Typed<Member> {
  if (found === null || found === undefined)
    return {
      ok: false,
      message: french`Choisissez un adhérent de la liste : la fiche ${id} n’est pas dans « Adhérents ».`,
    };
  const { organisation, merged_into: kept } = found;
  if (kept === null) return { ok: true, value: found };
  return {
    ok: false,
    message: french`La fiche ${id} (${quoted(organisation)}) a été fusionnée avec ${kept} : recommencez sur la fiche ${kept}.`,
  };
}
