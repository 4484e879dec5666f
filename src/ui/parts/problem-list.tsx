/** What is wrong with words that somebody wrote, a sentence each, in place of what they would show. */

interface ProblemListProps {
  readonly class: string;
  readonly problems: readonly string[];
}

export function ProblemList({ class: className, problems }: ProblemListProps) {
  return (
    <div class={className} role="note">
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  );
}
