/**
 * Says how many links lead to headings that a tagging changes, and lets the user have them changed with it. Shows
 * nothing where there are none.
 */
import { useEffect, useState } from 'preact/hooks';
import type { Strings } from '../../i18n';

export interface LinkChoiceOptions {
  /** Counts the links; asked again whenever another function is given. */
  readonly count: () => Promise<number>;
  readonly isFollowed: () => boolean;
  /** Remembers the choice. */
  readonly follow: (isFollowed: boolean) => void;
}

interface LinkChoiceProps extends LinkChoiceOptions {
  readonly strings: Strings;
}

export function LinkChoice({ count, isFollowed, follow, strings }: LinkChoiceProps) {
  const [links, setLinks] = useState(0);
  const [isOn, setIsOn] = useState(isFollowed);
  useEffect(() => {
    let isCurrent = true;
    void count().then((found) => {
      if (isCurrent) setLinks(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [count]);
  if (links === 0) return null;
  const words = strings.tagging.links;
  return (
    <div class="question-stance-links">
      <span role="status">{words.lead(links)}</span>
      <label class="question-stance-links-choice">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ currentTarget: { checked } }) => {
            setIsOn(checked);
            follow(checked);
          }}
        />
        {words.follow}
      </label>
    </div>
  );
}
