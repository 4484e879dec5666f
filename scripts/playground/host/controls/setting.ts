// `Setting`: one row with a name, a description and controls; `SettingGroup`: rows under a heading.
import type { TooltipOptions } from 'obsidian';
import * as components from './setting-components.ts';
import * as texts from './text-components.ts';
import { setTooltip } from '../ground/tooltip.ts';
import * as values from './value-components.ts';

export class Setting {
  readonly settingEl: HTMLElement;
  readonly infoEl: HTMLElement;
  readonly nameEl: HTMLElement;
  readonly descEl: HTMLElement;
  readonly controlEl: HTMLElement;
  components: components.BaseComponent[] = [];
  errorEl: HTMLElement | null = null;

  constructor(containerEl: HTMLElement) {
    this.settingEl = containerEl.createDiv('setting-item');
    this.infoEl = this.settingEl.createDiv('setting-item-info');
    this.nameEl = this.infoEl.createDiv('setting-item-name');
    this.descEl = this.infoEl.createDiv('setting-item-description');
    this.controlEl = this.settingEl.createDiv('setting-item-control');
  }

  setName(name: string | DocumentFragment): this {
    this.nameEl.setText(name);
    return this;
  }

  setDesc(desc: string | DocumentFragment): this {
    this.descEl.setText(desc);
    return this;
  }

  setClass(cls: string): this {
    this.settingEl.addClass(cls);
    return this;
  }

  setTooltip(tooltip: string, options?: TooltipOptions): this {
    setTooltip(this.nameEl, tooltip, options);
    return this;
  }

  /** Not in the typings, but plugins use it. */
  setVisibility(visible: boolean): this {
    this.settingEl.toggle(visible);
    return this;
  }

  setHeading(): this {
    this.settingEl.addClass('setting-item-heading');
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.settingEl.toggleClass('is-disabled', disabled);
    for (const component of this.components) component.setDisabled(disabled);
    return this;
  }

  setErrorMessage(message: string | null): this {
    if (message === null || message === '') {
      this.errorEl?.detach();
      this.errorEl = null;
    } else {
      this.errorEl ??= this.infoEl.createDiv({
        cls: 'setting-item-error',
        attr: { role: 'alert' },
      });
      this.errorEl.setText(message);
    }
    this.settingEl.toggleClass('has-error', this.errorEl !== null);
    return this;
  }

  addButton(build: (component: components.ButtonComponent) => unknown): this {
    return this.#add(new components.ButtonComponent(this.controlEl), build);
  }

  addExtraButton(build: (component: components.ExtraButtonComponent) => unknown): this {
    return this.#add(new components.ExtraButtonComponent(this.controlEl), build);
  }

  addToggle(build: (component: values.ToggleComponent) => unknown): this {
    this.settingEl.addClass('mod-toggle');
    return this.#add(new values.ToggleComponent(this.controlEl), build);
  }

  addText(build: (component: texts.TextComponent) => unknown): this {
    return this.#add(new texts.TextComponent(this.controlEl), build);
  }

  addSearch(build: (component: texts.SearchComponent) => unknown): this {
    return this.#add(new texts.SearchComponent(this.controlEl), build);
  }

  addTextArea(build: (component: texts.TextAreaComponent) => unknown): this {
    return this.#add(new texts.TextAreaComponent(this.controlEl), build);
  }

  addMomentFormat(build: (component: texts.TextComponent) => unknown): this {
    return this.addText(build);
  }

  addDropdown(build: (component: values.DropdownComponent) => unknown): this {
    return this.#add(new values.DropdownComponent(this.controlEl), build);
  }

  addColorPicker(build: (component: values.ColorComponent) => unknown): this {
    return this.#add(new values.ColorComponent(this.controlEl), build);
  }

  addProgressBar(build: (component: values.ProgressBarComponent) => unknown): this {
    return this.#add(new values.ProgressBarComponent(this.controlEl), build);
  }

  addSlider(build: (component: values.SliderComponent) => unknown): this {
    return this.#add(new values.SliderComponent(this.controlEl), build);
  }

  addDisplayValue(build: (component: components.DisplayValueComponent) => unknown): this {
    build(new components.DisplayValueComponent(this.controlEl));
    return this;
  }

  addComponent(build: (el: HTMLElement) => components.BaseComponent): this {
    this.components.push(build(this.controlEl));
    return this;
  }

  then(callback: (setting: this) => unknown): this {
    callback(this);
    return this;
  }

  clear(): this {
    this.controlEl.empty();
    this.components = [];
    return this;
  }

  #add<T extends components.BaseComponent>(component: T, build: (component: T) => unknown): this {
    this.components.push(component);
    build(component);
    return this;
  }
}

export class SettingGroup {
  readonly groupEl: HTMLElement;
  readonly listEl: HTMLElement;
  /** Undocumented, as in the app. */
  readonly headerEl: HTMLElement;
  readonly #headingEl: HTMLElement;
  readonly #searchEl: HTMLElement;
  /** Undocumented, as in the app. */
  readonly controlEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    this.groupEl = containerEl.createDiv('setting-group');
    this.headerEl = this.groupEl.createDiv('setting-item setting-item-heading');
    this.#headingEl = this.headerEl.createDiv('setting-item-name');
    this.#searchEl = this.headerEl.createDiv('setting-group-search');
    this.controlEl = this.headerEl.createDiv('setting-item-control');
    this.listEl = this.groupEl.createDiv('setting-items');
    this.headerEl.hide();
  }

  setHeading(text: string | DocumentFragment): this {
    this.#headingEl.setText(text);
    this.headerEl.show();
    return this;
  }

  addClass(...classes: string[]): this {
    this.groupEl.addClass(...classes);
    return this;
  }

  addSetting(build: (setting: Setting) => void): this {
    build(new Setting(this.listEl));
    return this;
  }

  addSearch(build: (component: texts.SearchComponent) => unknown): this {
    this.headerEl.show();
    build(new texts.SearchComponent(this.#searchEl));
    return this;
  }

  addExtraButton(build: (component: components.ExtraButtonComponent) => unknown): this {
    this.headerEl.show();
    build(new components.ExtraButtonComponent(this.controlEl));
    return this;
  }
}
