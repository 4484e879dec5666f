/** What breaks off before dots and goes on behind them: `如果真的是這樣……那我們還等什麼？`, `但是……真的嗎？` */

/** A condition waits for its consequence. */
const CONDITION =
  /^(?:[但而又可]|所以)?(?:如果|要是|假如|假[設设]|若|[萬万]一|既然|就算|即使|因[為为]|[雖虽]然|[當当])/;
/** The same, and what else opens a sentence that has two halves. */
const CONDITION_CLAUSE =
  /^(?:[但而又可]|所以)?(?:如果|要是|假如|假[設设]|若|[萬万]一|一旦|只要|除非|既然|就算|即使|[當当])/;
/** `如果有人問：` is followed by what is asked. */
const ASKS_FOR = /[問问]$/;
/** The second half is looked for no further than this. */
const CONDITION_REACH = 160;
/** A word that links, or somebody who goes on to say something. */
const LINK =
  /^(?:[但而那我你您他她]|但是|可是|而且|所以|然[後后]|於是|于是|不[過过]|只是|那[麼么]|因[為为])$/;
/** What comes next is what it is, or what is said. */
const ANNOUNCES = /(?:[是說说]|[說说][我你您他她]|意思|[那這这][個个])$/;
const LONGEST_CONDITION = 5;
const LONGEST_ENDING = 3;

/** Whether the sentence that started at `start` (-1 for none) stops short at `at`, and is not over. */
export function hesitates(text: string, start: number, at: number): boolean {
  if (start === -1) return false;
  return (
    CONDITION.test(text.slice(start, Math.min(start + LONGEST_CONDITION, at))) ||
    ANNOUNCES.test(text.slice(Math.max(start, at - LONGEST_ENDING), at)) ||
    (at - start <= LONGEST_ENDING && LINK.test(text.slice(start, at)))
  );
}

/** Where a clause breaks off at dots, it asks if it began to: `which` further in may be what it tells of. */
const BEGINS_ASKING =
  /^(?:(?:well|so|and|but|or|ok|okay|now|then|yeah|yes|no|oh|i mean|you know),?\s+)*(?:who|whom|whose|what|when|where|why|how|which|if|do|does|did|is|are|was|were|can|could|should|would|will|has|have|had)\b/i;
/** `…, which seems endless`: tells more of what stands before the comma. */
const RELATIVE = /\S\s+\S+[^,]*,\s+(?:which|who|whom|whose|where|when)\b/gi;

/** Whether English that breaks off before a capital has begun to ask. */
export function hasBegunToAsk(clause: string): boolean {
  return BEGINS_ASKING.test(clause);
}

/** The clause without the words that ask nothing in it: relative pronouns behind a comma. */
export function withoutRelatives(clause: string): string {
  return clause.replace(RELATIVE, ',');
}

/** `一旦人們說：「…」，那麼…`: a condition that names something behind a colon, and goes on behind a comma. */
export function isOpenCondition(text: string, start: number, at: number, end: number): boolean {
  if (!CONDITION_CLAUSE.test(text.slice(start, Math.min(start + LONGEST_CONDITION, at))))
    return false;
  if (/[，,]/.test(text.slice(start, at))) return false;
  const reach = text.slice(at + 1, Math.min(end, at + CONDITION_REACH));
  const named = /^[「『“"][^」』”"]*[」』”"]/.exec(reach)?.[0] ?? '';
  if (named === '' && ASKS_FOR.test(text.slice(start, at))) return false;
  return /^[^。？?！!；;\n]*[，,]/.test(reach.slice(named.length));
}
