/**
 * Who asks a question: its speaker; else whom of the note's askers the innermost heading names that names any; else its
 * only asker; else nobody. A heading's own question that names an asker asks for nobody.
 */
import type { Question } from '../model/question';
import { type AskerNames, onlyOne } from './asker-names';

type Asked = Pick<Question, 'kind' | 'text' | 'section' | 'speaker'>;

/** Says of the questions of one note, one after the other, who asks them. Null: nobody. */
export function askerOfEach(names: AskerNames): (question: Asked) => string | null {
  const speakers = new Map<string, string>();
  let section: readonly string[] | null = null;
  let inSection: string | null = null;
  return (question) => {
    if (question.kind === 'heading' && names.heldBy(question.text).length > 0) return null;
    const { speaker } = question;
    if (speaker !== null) {
      const known = speakers.get(speaker) ?? names.ofSpeaker(speaker) ?? speaker;
      speakers.set(speaker, known);
      return known;
    }
    // Questions under one heading have the very same section.
    if (section !== question.section) {
      section = question.section;
      inSection = askerIn(section, names);
    }
    return inSection;
  };
}

/** Whom the headings name, the innermost first. One that names several does not say which of them asks. */
function askerIn(section: readonly string[], names: AskerNames): string | null {
  for (const heading of [...section].reverse()) {
    const held = names.heldBy(heading);
    if (held.length > 0) return onlyOne(held);
  }
  return onlyOne(names.names);
}
