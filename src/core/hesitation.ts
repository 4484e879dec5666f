/** What breaks off before dots and goes on behind them: `如果真的是這樣……那我們還等什麼？`, `但是……真的嗎？` */

/** A condition waits for its consequence. */
const CONDITION =
  /^(?:[但而又可]|所以)?(?:如果|要是|假如|假[設设]|若|[萬万]一|既然|就算|即使|因[為为]|[雖虽]然|[當当])/;
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
