/** Places that are often written otherwise. */
import { fold } from './text.ts';

interface KnownPlace {
  readonly canonical: string;
  readonly spelling: RegExp;
}

// The street is named after the composer André Messager; « Messenger » comes from the phone's spelling correction.
const OTHER_SPELLINGS: readonly KnownPlace[] = [
  {
    canonical: 'rue André Messager',
    spelling: /\b(?:rue|r) (?:(?:a|and|andre) )?(?:messenger|messanger|message|mesager|messagers)\b/u,
  },
];

/** The right spelling of a known place that the text writes otherwise, or `null`; the text itself is never changed. */
export function placeAlias(text: string): string | null {
  const folded = fold(text);
  return OTHER_SPELLINGS.find(({ spelling }) => spelling.test(folded))?.canonical ?? null;
}
