/** Answers kept for texts that come back row after row: statuses, names, amounts and dates typed alike. */

const MOST_KEPT = 20_000;
const LONGEST_KEPT = 80;

/** The same function with its answers kept; only for one that depends on nothing but its text. */
export function remembered<Answer>(answerTo: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    if (text.length > LONGEST_KEPT) return answerTo(text);
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = answerTo(text);
    // Emptied before it grows large: what comes back is soon there again.
    if (answers.size >= MOST_KEPT) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
