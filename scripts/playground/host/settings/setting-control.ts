// One control of a declarative setting: drawn from its definition, read through `getControlValue`,
// checked by its `validate`, written through `setControlValue`.
import type { SettingControl } from 'obsidian';
import { TFile, TFolder } from '../vault/abstract-file.ts';
import type { AppParts } from '../parts/app-parts.ts';
import { AbstractInputSuggest } from '../popups/popover-suggest.ts';
import type { Setting } from '../controls/setting.ts';
import { prepareFuzzySearch } from '../text/text-search.ts';

export interface ControlStore {
  readonly app: AppParts;
  getControlValue(key: string): unknown;
  setControlValue(key: string, value: unknown): void | Promise<void>;
  /** Called after a value was written, so that what depends on it can follow. */
  afterChange(): void;
}

class PathSuggest extends AbstractInputSuggest<string> {
  readonly #field: HTMLInputElement;
  readonly #paths: () => string[];

  constructor(app: AppParts, field: HTMLInputElement, paths: () => string[]) {
    super(app, field);
    this.#field = field;
    this.#paths = paths;
    this.onSelect((path) => {
      this.setValue(path);
      this.#field.trigger('input');
      this.close();
    });
  }

  protected getSuggestions(query: string): string[] {
    const search = prepareFuzzySearch(query);
    return this.#paths().filter((path) => search(path));
  }

  renderSuggestion(path: string, el: HTMLElement): void {
    el.setText(path);
  }
}

function asString(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Adds the control to the row. */
export function addControl(setting: Setting, control: SettingControl, store: ControlStore): void {
  const { key } = control;
  const stored = store.getControlValue(key);
  const value: unknown = stored ?? control.defaultValue;
  const validate = control.validate as ((value: unknown) => unknown) | undefined;
  let turn = 0;

  const check = async (candidate: unknown): Promise<boolean> => {
    const mine = ++turn;
    const answer = await validate?.(candidate);
    const message = typeof answer === 'string' ? answer : '';
    // A later keystroke decides, not this one.
    if (mine !== turn) return false;
    setting.setErrorMessage(message === '' ? null : message);
    return message === '';
  };
  const write = (candidate: unknown): void => {
    const work = async (): Promise<void> => {
      if (!(await check(candidate))) return;
      await store.setControlValue(key, candidate);
      store.afterChange();
    };
    work().catch(reportError);
  };
  if (validate && value !== undefined) check(value).catch(reportError);

  switch (control.type) {
    case 'toggle':
      setting.addToggle((toggle) => toggle.setValue(value === true).onChange(write));
      break;
    case 'dropdown':
      setting.addDropdown((list) =>
        list.addOptions(control.options).setValue(asString(value)).onChange(write),
      );
      break;
    case 'text':
      setting.addText((text) =>
        text
          .setPlaceholder(control.placeholder ?? '')
          .setValue(asString(value))
          .onChange(write),
      );
      break;
    case 'textarea':
      setting.addTextArea((text) => {
        text
          .setPlaceholder(control.placeholder ?? '')
          .setValue(asString(value))
          .onChange(write);
        if (control.rows !== undefined) text.inputEl.rows = control.rows;
      });
      break;
    case 'number':
      setting.addText((text) => {
        text.inputEl.type = 'number';
        text.inputEl.setAttrs({
          min: control.min ?? null,
          max: control.max ?? null,
          step: control.step ?? null,
        });
        text.setPlaceholder(control.placeholder ?? '').setValue(asString(value));
        text.onChange((typed) => {
          const number = typed.trim() === '' ? NaN : Number(typed);
          write(Number.isNaN(number) ? (control.defaultValue ?? 0) : number);
        });
      });
      break;
    case 'slider':
      setting.addSlider((slider) => {
        slider.setLimits(control.min, control.max, control.step);
        if (control.displayFormat) slider.setDisplayFormat(control.displayFormat);
        slider.setValue(typeof value === 'number' ? value : control.min).onChange(write);
      });
      break;
    case 'color':
      setting.addColorPicker((picker) => picker.setValue(asString(value)).onChange(write));
      break;
    case 'file':
    case 'folder':
      setting.addSearch((field) => {
        field
          .setPlaceholder(control.placeholder ?? '')
          .setValue(asString(value))
          .onChange(write);
        new PathSuggest(store.app, field.inputEl, () =>
          store.app.vault
            .getAllLoadedFiles()
            .filter((entry) => {
              if (control.type === 'file') {
                return entry instanceof TFile && (control.filter?.(entry as never) ?? true);
              }
              if (!(entry instanceof TFolder)) return false;
              if (entry.isRoot() && control.includeRoot !== true) return false;
              return control.filter?.(entry as never) ?? true;
            })
            .map((entry) => entry.path),
        );
      });
      break;
  }
}
