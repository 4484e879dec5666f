/**
 * What holds questions together while a note is read: the label that names them, and the breath in which
 * they are asked one after another.
 */
import { isLabelWord } from '../../words/label-word';
import type { LeadIn } from './lead-in';

/** The label in force. */
interface Label {
  readonly name: string;
  /** It stands before text in its line, and names that text alone. */
  readonly isInline: boolean;
  /** The container it stands in. */
  readonly container: number;
  hasQuestion: boolean;
  /** A paragraph that asks nothing came before its questions. */
  hasWaited: boolean;
}

export interface GroupedQuestion {
  readonly label: string | null;
  readonly group: number;
}

export class QuestionGroups {
  #label: Label | null = null;
  #group = 0;
  /** A question ended the passage before, and nothing but blank lines came since. */
  #isInBreath = false;

  /** The label that `leadIn` is, if it turns out to be no speaker's name. */
  openLabel({ name, isAlone }: LeadIn, container: number): void {
    this.#isInBreath = false;
    this.#label = {
      name,
      isInline: !isAlone,
      container,
      hasQuestion: false,
      hasWaited: false,
    };
  }

  endLabel(): void {
    this.#label = null;
    this.#isInBreath = false;
  }

  /** Text comes that a label does not reach; questions may still follow each other. */
  leaveLabel(): void {
    if (this.#label) this.endLabel();
  }

  /** Something stands between that is no question. */
  endBreath(): void {
    this.#isInBreath = false;
  }

  /** A passage that asks nothing: it ends a label whose questions have come. */
  passStatement(): void {
    this.#isInBreath = false;
    if (this.#label && (this.#label.hasQuestion || this.#label.isInline)) this.#label = null;
  }

  /** A paragraph that asks nothing: beside the label, not in a list under it, it ends one that waits for questions. */
  passParagraph(container: number): void {
    this.passStatement();
    const label = this.#label;
    if (label?.container !== container) return;
    // A word for questions waits for them over one.
    if (label.hasWaited || !isLabelWord(label.name)) this.#label = null;
    else label.hasWaited = true;
  }

  /** A passage with questions begins: a label before text in its line named the last passage alone. */
  enterPassage(): void {
    this.#endInlineLabel();
  }

  /** The next question's label and group. `afterStatement`: a statement stands before it in its passage. */
  ask(afterStatement: boolean): GroupedQuestion {
    if (!this.#isInBreath || afterStatement) this.#group += 1;
    if (afterStatement) this.#endInlineLabel();
    if (this.#label) this.#label.hasQuestion = true;
    this.#isInBreath = true;
    return { label: this.#label?.name ?? null, group: this.#group };
  }

  #endInlineLabel(): void {
    if (this.#label?.isInline === true && this.#label.hasQuestion) this.#label = null;
  }
}
