/** The panel: the note's stages in a row, and each missing one as a card, of which one is open. */
import { Fragment } from 'preact';
import { localized } from '../../core/model/taxonomy';
import { noteName } from '../../core/query';
import { Icon } from '../parts/icon';
import { SpokenName } from '../parts/spoken-name';
import type { NoteStage } from './missing-panel';
import { OpenStage, type PanelProps } from './open-stage';

export function Missing(props: PanelProps) {
  const { panel, strings } = props;
  const words = strings.learning;
  const note = panel.note.value;
  if (!note) return <p class="question-stance-faint">{words.noNote}</p>;
  const stages = panel.stages.value;
  const missing = panel.missing.value;
  return (
    <>
      <div class="question-stance-missing-title">
        <b dir="auto">{noteName(note.file.path)}</b>{' '}
        <span class="question-stance-faint">
          {strings.dashboard.stagePath(stages.length - missing.length, stages.length)}
          {missing.length > 0 && ` · ${words.missingCount(missing.length)}`}
        </span>
      </div>
      <NoteStages {...props} />
      {missing.length === 0 && <p>{words.allAsked}</p>}
      {missing.map((stage) => (
        <Card key={stage.key} {...props} stage={stage} />
      ))}
    </>
  );
}

function NoteStages({ panel, language, strings, id }: PanelProps) {
  const words = strings.learning;
  const open = panel.open.value;
  return (
    <div class="question-stance-missing-stages" role="group" aria-labelledby={`${id}-stages`}>
      <SpokenName id={`${id}-stages`} name={words.stages} />
      {panel.stages.value.map(({ stance, stage, key, count }, at, all) => {
        const label = localized(stage.label, language);
        const color = `question-stance-color-${stance.color}`;
        const said = words.stage(label, count);
        const text = (
          <>
            <span>{label}</span>{' '}
            <small>{count > 0 ? strings.dashboard.number(count) : words.missing}</small>
          </>
        );
        return (
          <Fragment key={key}>
            {all[at - 1]?.stance !== stance && (
              <span class={`question-stance-missing-stance ${color}`} aria-hidden="true">
                <span class="question-stance-dot" />
                {localized(stance.label, language)}
              </span>
            )}
            {count > 0 ? (
              <span
                role="img"
                aria-label={said}
                class={`question-stance-missing-stage is-asked ${color}`}
              >
                {text}
              </span>
            ) : (
              <button
                type="button"
                aria-label={said}
                class={`question-stance-missing-stage ${color}`}
                aria-pressed={open === key}
                onClick={() => panel.toggle(key)}
              >
                {text}
              </button>
            )}
          </Fragment>
        );
      })}
    </div>
  );
}

function Card(props: PanelProps & { readonly stage: NoteStage }) {
  const { panel, language, id, stage } = props;
  const isOpen = panel.open.value === stage.key;
  const body = `${id}-${stage.stance.id}-${stage.stage.id}`;
  return (
    <section class={`question-stance-missing-card question-stance-color-${stage.stance.color}`}>
      <button
        type="button"
        class="question-stance-missing-head"
        aria-expanded={isOpen}
        {...(isOpen && { 'aria-controls': body })}
        onClick={() => panel.toggle(stage.key)}
      >
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
        <span dir="auto">
          <b>{localized(stage.stage.label, language)}</b> {localized(stage.stage.asks, language)}
        </span>
      </button>
      {isOpen && <OpenStage {...props} body={body} />}
    </section>
  );
}
