/** What stands around a picture of the questions, whichever it is: its ways out, what is said where it has nothing, the list below. */
import type { ComponentChildren } from 'preact';
import { showTableMenu } from '../actions/menus/compare-menus';
import { useDashboard } from '../actions/dashboard-context';
import type { PictureSource } from '../model/drawing';
import { FilterChips, Tool } from '../filter/filter-bar';
import { Switch } from '../filter/switch';
import { ListView } from '../list/list-view';
import type { ViewProps } from '../list/question-list';
import { NUMBERS } from '../state/dashboard-state';

interface WithListProps {
  readonly list: ViewProps;
  readonly children: ComponentChildren;
}

/** A picture with the questions that it counts. */
export function WithList({ list, children }: WithListProps) {
  const { model } = useDashboard();
  return (
    <>
      {children}
      <FilterChips />
      {model.emptiness.value === null && <ListView {...list} />}
    </>
  );
}

/** The button that copies and saves a picture. */
export function ExitsTool({ source }: { readonly source: PictureSource }) {
  const { actions, strings } = useDashboard();
  return (
    <Tool
      popup="menu"
      name={strings.compare.more}
      icon="download"
      open={(button) => showTableMenu(button, actions.tableExits(source), strings)}
    />
  );
}

/** Shares or counts. */
export function NumbersSwitch() {
  const { model, strings } = useDashboard();
  return (
    <Switch
      of="compare-numbers"
      name={strings.compare.numbers}
      values={NUMBERS}
      nameOf={(each) => strings.compare.numberNames[each]}
      current={model.state.value.comparing.numbers}
      onChoose={(numbers) => model.setComparing({ numbers })}
    />
  );
}

interface NothingDrawnProps {
  readonly title: string;
  readonly hint: string;
}

export function NothingDrawn({ title, hint }: NothingDrawnProps) {
  return (
    <p class="question-stance-compare-nothing">
      <b>{title}</b> {hint}
    </p>
  );
}
