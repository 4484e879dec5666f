/** When those who follow the index hear of its changes: many changes are told as one. */

/** In milliseconds: so short that a list follows at once. */
const STEP = 80;

/** As many steps while a vault is read: a list that grows need not be drawn often. */
const STEPS_IN_PASS = 12;

/** Calls `notice` a moment later; while `isPass`, a longer moment, which ends with the pass. */
export function delayNotice(notice: () => void, isPass: () => boolean): void {
  let steps = 0;
  const step = (): void => {
    steps += 1;
    if (isPass() && steps < STEPS_IN_PASS) window.setTimeout(step, STEP);
    else notice();
  };
  window.setTimeout(step, STEP);
}
