/** What the dialog «Save as file» asks: which questions, format, name, columns, properties. */
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { COLUMNS, type ColumnId, FILE_ENDINGS, FILE_FORMATS, withEnding } from '../../core/export';
import type { Strings } from '../../i18n';
import { CheckList } from './check-list';
import { PropertyChoice } from './property-choice';
import {
  hasColumns,
  type RowChoice,
  type SaveChoice,
  saveFault,
  takesByteOrderMark,
  takesColumns,
  takesProperties,
  withColumn,
} from './save-choice';

interface SaveFormProps {
  readonly strings: Strings;
  readonly first: SaveChoice;
  /** How many questions there are of each; null where none were selected. */
  readonly sizes: ReadonlySignal<{ readonly shown: number; readonly selected: number | null }>;
  /** The name that stands there first, without its ending. */
  readonly proposed: string;
  /** The name that a file of this name would get. */
  readonly nameFor: (folder: string, name: string) => string;
  readonly propertiesOf: (which: RowChoice) => Promise<readonly string[]>;
  /** Resolves with what went wrong, if anything did. */
  readonly save: (which: RowChoice, choice: SaveChoice, name: string) => Promise<string | null>;
  readonly copy: (which: RowChoice, choice: SaveChoice) => Promise<void>;
  readonly leave: () => void;
}

const ID = 'question-stance-save';

export function SaveForm(props: SaveFormProps) {
  const { strings, first, proposed, nameFor, propertiesOf, save, copy, leave } = props;
  const words = strings.saving;
  const sizes = props.sizes.value;
  const [which, setWhich] = useState<RowChoice>(sizes.selected === null ? 'shown' : 'selected');
  const [choice, setChoice] = useState(first);
  const [typed, setTyped] = useState<string | null>(null);
  const [isWorking, setIsWorking] = useState(false);
  const [failure, setFailure] = useState('');
  const nameBox = useRef<HTMLInputElement>(null);
  useEffect(() => nameBox.current?.select(), []);

  const change = (changed: Partial<SaveChoice>) => {
    setFailure('');
    setChoice({ ...choice, ...changed });
  };
  const { format, columns, properties, byteOrderMark, folder } = choice;
  const ending = FILE_ENDINGS[format];
  // Until somebody calls it otherwise, it is called what is free.
  const free = nameFor(folder, `${proposed}.${ending}`).slice(0, -ending.length - 1);
  const name = typed ?? free;
  const fault = saveFault(choice, name);
  const whole = withEnding(name, ending);
  const given = fault ? whole : nameFor(folder, whole);
  const isEmpty = (sizes[which] ?? 0) === 0;
  const wrong = failure || hintOf(fault, words) || (sizes.shown === 0 ? words.nothing : '');
  const hint = wrong || (given === whole ? '' : words.nameTaken(given));

  const work = async (task: () => Promise<string | null | undefined>) => {
    if (isWorking) return;
    setIsWorking(true);
    setFailure('');
    // Left in the middle, the dialog is gone with all that it would say.
    const failed = await task().catch(() => null);
    setIsWorking(false);
    setFailure(failed ?? '');
  };
  return (
    <form
      class="question-stance-save"
      onSubmit={(event) => {
        event.preventDefault();
        if (!fault && !isEmpty) void work(() => save(which, choice, name));
      }}
    >
      <div class="question-stance-save-fields">
        <div
          class="question-stance-save-field"
          role="radiogroup"
          aria-labelledby={`${ID}-questions`}
        >
          <span id={`${ID}-questions`}>{words.questions}</span>
          <div class="question-stance-save-rows">
            {(['selected', 'shown'] as const).map((each) => {
              const size = sizes[each];
              if (size === null) return null;
              return (
                <label key={each}>
                  <input
                    type="radio"
                    name={`${ID}-rows`}
                    checked={which === each}
                    onChange={() => setWhich(each)}
                  />
                  {words[each](size)}
                </label>
              );
            })}
          </div>
        </div>
        <div class="question-stance-save-field">
          <label for={`${ID}-format`}>{words.format}</label>
          <select
            id={`${ID}-format`}
            class="dropdown"
            value={format}
            onChange={({ currentTarget }) => {
              const chosen = FILE_FORMATS.find((each) => each === currentTarget.value);
              if (chosen) change({ format: chosen });
            }}
          >
            {FILE_FORMATS.map((each) => (
              <option key={each} value={each}>
                {words.formats[each]}
              </option>
            ))}
          </select>
        </div>
        <div class="question-stance-save-field">
          <label for={`${ID}-file`}>{words.name}</label>
          <span class="question-stance-save-file">
            <input
              ref={nameBox}
              id={`${ID}-file`}
              type="text"
              spellcheck={false}
              value={name}
              aria-describedby={`${ID}-hint`}
              aria-invalid={fault?.of === 'name'}
              onInput={({ currentTarget }) => {
                setFailure('');
                setTyped(currentTarget.value);
              }}
            />
            <span class="question-stance-faint">.{ending}</span>
          </span>
        </div>
        <div class="question-stance-save-field">
          <label for={`${ID}-folder`}>{words.folder}</label>
          <input
            id={`${ID}-folder`}
            type="text"
            spellcheck={false}
            placeholder={strings.dashboard.vaultRoot}
            value={folder}
            aria-describedby={`${ID}-hint`}
            aria-invalid={fault?.of === 'folder'}
            onInput={({ currentTarget }) => change({ folder: currentTarget.value })}
          />
        </div>
      </div>
      <p
        id={`${ID}-hint`}
        class={`question-stance-save-hint ${wrong ? 'is-wrong' : ''}`}
        aria-live="polite"
      >
        {hint}
      </p>
      {takesColumns(format) && (
        <details class="question-stance-save-part">
          <summary id={`${ID}-columns`}>
            {words.columns}{' '}
            <span class="question-stance-faint">
              {words.chosen(columns.length, COLUMNS.length)}
            </span>
          </summary>
          <label class="question-stance-save-all">
            <input
              type="checkbox"
              checked={columns.length === COLUMNS.length}
              ref={(box) => {
                if (!box) return;
                box.indeterminate = columns.length > 0 && columns.length < COLUMNS.length;
              }}
              onChange={({ currentTarget }) =>
                change({ columns: currentTarget.checked ? COLUMNS : [] })
              }
            />
            {words.allColumns}
          </label>
          <CheckList
            labelledBy={`${ID}-columns`}
            items={COLUMNS}
            isChosen={(column) => columns.includes(column)}
            nameOf={(column) => columnName(column, strings)}
            headingOf={(column) => column}
            choose={(column, isChosen) =>
              change({ columns: withColumn(columns, column, isChosen) })
            }
          />
        </details>
      )}
      {takesProperties(format) && (
        <PropertyChoice
          words={words}
          which={which}
          propertiesOf={propertiesOf}
          chosen={properties}
          choose={(names) => change({ properties: names })}
        />
      )}
      {takesByteOrderMark(format) && (
        <label class="question-stance-save-mark">
          <input
            type="checkbox"
            checked={byteOrderMark}
            onChange={({ currentTarget }) => change({ byteOrderMark: currentTarget.checked })}
          />
          {words.byteOrderMark}
        </label>
      )}
      <div class="modal-button-container">
        <button type="submit" class="mod-cta" disabled={fault !== null || isEmpty}>
          {isWorking ? words.working : words.save}
        </button>
        <button
          type="button"
          disabled={!hasColumns(choice) || isEmpty}
          onClick={() => void work(() => copy(which, choice).then(() => null))}
        >
          {words.copy}
        </button>
        <button type="button" class="mod-cancel" onClick={leave}>
          {strings.common.cancel}
        </button>
      </div>
    </form>
  );
}

function hintOf(fault: ReturnType<typeof saveFault>, words: Strings['saving']): string {
  if (!fault) return '';
  return fault.of === 'columns' ? words.noColumns : words.faults[fault.fault];
}

/** As the dashboard calls what the column holds, if it does. */
function columnName(column: ColumnId, { dashboard, saving }: Strings): string {
  const names: { readonly [each in ColumnId]: string } = {
    ...dashboard.fields,
    ...saving.columnNames,
  };
  return names[column];
}
