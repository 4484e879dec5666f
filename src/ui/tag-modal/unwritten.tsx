/** Names the questions that could not be written because the note had changed, with the tags chosen for them. */
import type { RefusedChange } from '../../core/marks/change';
import { StanceChip } from '../parts/stance-chip';
import type { ModalEnvironment } from './modal-environment';

interface UnwrittenProps {
  readonly environment: ModalEnvironment;
  readonly refused: readonly RefusedChange[];
}

export function Unwritten({ environment, refused }: UnwrittenProps) {
  if (refused.length === 0) return null;
  const { taxonomy, language, strings } = environment;
  const { unwritten } = strings.tagging;
  return (
    <div class="question-stance-unwritten" role="alert">
      <div>{unwritten.title}</div>
      <ul>
        {refused.map(({ change, code }) => (
          <li key={change.question.end}>
            <span dir="auto">{change.question.text}</span>{' '}
            <span class="question-stance-tag-meta">{unwritten[code]}</span>
            <StanceChip
              mark={change.value}
              taxonomy={taxonomy}
              language={language}
              strings={strings}
              pending
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
