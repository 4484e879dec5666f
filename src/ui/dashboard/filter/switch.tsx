/** A row of buttons of which one is down: what is chosen of a few. */
import { SpokenName } from '../../parts/spoken-name';
import { useDashboard } from '../actions/dashboard-context';
import { Icon } from '../../parts/icon';

interface SwitchProps<Value extends string> {
  /** Names the switch among the others of the page. */
  readonly of: string;
  /** What is chosen, to screen readers. */
  readonly name: string;
  readonly values: readonly Value[];
  readonly nameOf: (value: Value) => string;
  /** Shown instead of the names, which are tooltips then. */
  readonly icons?: { readonly [value in Value]: string };
  readonly current: Value;
  readonly onChoose: (value: Value) => void;
}

export function Switch<Value extends string>(props: SwitchProps<Value>) {
  const { of, name, values, nameOf, icons, current, onChoose } = props;
  const id = `${useDashboard().id}-${of}`;
  return (
    <div class={`question-stance-one-of question-stance-${of}`} role="group" aria-labelledby={id}>
      <SpokenName id={id} name={name} />
      {values.map((value) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === current}
          aria-label={icons && nameOf(value)}
          onClick={() => onChoose(value)}
        >
          {icons ? <Icon name={icons[value]} /> : nameOf(value)}
        </button>
      ))}
    </div>
  );
}
