// The controls of a setting that hold a value other than text: toggles, lists, sliders, colours,
// progress.
import type { HSL, RGB, TooltipOptions } from 'obsidian';
import { hexToRgb, hslToRgb, rgbToHex, rgbToHsl } from './color.ts';
import { ValueComponent } from './setting-components.ts';
import { setTooltip } from '../ground/tooltip.ts';

export class ToggleComponent extends ValueComponent<boolean> {
  readonly toggleEl: HTMLElement;
  readonly #inputEl: HTMLInputElement;

  constructor(containerEl: HTMLElement) {
    super();
    this.toggleEl = containerEl.createDiv('checkbox-container');
    this.#inputEl = this.toggleEl.createEl('input', { type: 'checkbox', attr: { tabindex: 0 } });
    this.toggleEl.addEventListener('click', (event) => {
      event.preventDefault();
      this.onClick();
    });
    this.#inputEl.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      this.onClick();
    });
  }

  override setDisabled(disabled: boolean): this {
    this.toggleEl.toggleClass('is-disabled', disabled);
    this.#inputEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  getValue(): boolean {
    return this.#inputEl.checked;
  }

  setValue(on: boolean): this {
    // A click's own default would undo what is set while it is being handled.
    this.#inputEl.checked = on;
    this.toggleEl.toggleClass('is-enabled', on);
    window.setTimeout(() => {
      this.#inputEl.checked = this.toggleEl.hasClass('is-enabled');
    });
    return this;
  }

  setTooltip(tooltip: string, options?: TooltipOptions): this {
    setTooltip(this.toggleEl, tooltip, options);
    return this;
  }

  onClick(): void {
    if (this.disabled) return;
    const on = !this.toggleEl.hasClass('is-enabled');
    this.setValue(on);
    this.changed?.(on);
  }

  onChange(callback: (value: boolean) => unknown): this {
    this.changed = callback;
    return this;
  }
}

export class DropdownComponent extends ValueComponent<string> {
  readonly selectEl: HTMLSelectElement;

  constructor(containerEl: HTMLElement) {
    super();
    this.selectEl = containerEl.createEl('select', 'dropdown');
    this.selectEl.addEventListener('change', () => {
      this.changed?.(this.getValue());
    });
  }

  override setDisabled(disabled: boolean): this {
    this.selectEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  addOption(value: string, display: string): this {
    this.selectEl.createEl('option', { value, text: display });
    return this;
  }

  addOptions(options: Record<string, string>): this {
    for (const [value, display] of Object.entries(options)) this.addOption(value, display);
    return this;
  }

  getValue(): string {
    return this.selectEl.value;
  }

  setValue(value: string): this {
    this.selectEl.value = value;
    return this;
  }

  onChange(callback: (value: string) => unknown): this {
    this.changed = callback;
    return this;
  }
}

export class SliderComponent extends ValueComponent<number> {
  readonly sliderEl: HTMLInputElement;
  #instant = false;
  #format: (value: number) => string = (value) => String(value);
  readonly #valueEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    super();
    this.#valueEl = containerEl.createSpan('slider-value');
    this.sliderEl = containerEl.createEl('input', { cls: 'slider', type: 'range' });
    this.sliderEl.addEventListener('input', () => {
      this.#showValue();
      if (this.#instant) this.changed?.(this.getValue());
    });
    this.sliderEl.addEventListener('change', () => {
      if (!this.#instant) this.changed?.(this.getValue());
    });
  }

  override setDisabled(disabled: boolean): this {
    this.sliderEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  setInstant(instant: boolean): this {
    this.#instant = instant;
    return this;
  }

  setLimits(min: number | null, max: number | null, step: number | 'any'): this {
    this.sliderEl.setAttrs({ min, max, step });
    return this;
  }

  getValue(): number {
    return this.sliderEl.valueAsNumber;
  }

  setValue(value: number): this {
    this.sliderEl.value = String(value);
    this.#showValue();
    return this;
  }

  getValuePretty(): string {
    return this.#format(this.getValue());
  }

  setDisplayFormat(format: (value: number) => string): this {
    this.#format = format;
    this.#showValue();
    return this;
  }

  setDynamicTooltip(): this {
    return this;
  }

  showTooltip(): void {
    this.#showValue();
  }

  onChange(callback: (value: number) => unknown): this {
    this.changed = callback;
    return this;
  }

  #showValue(): void {
    this.#valueEl.setText(this.getValuePretty());
  }
}

export class ColorComponent extends ValueComponent<string> {
  readonly colorPickerEl: HTMLInputElement;

  constructor(containerEl: HTMLElement) {
    super();
    this.colorPickerEl = containerEl.createEl('input', { type: 'color' });
    this.colorPickerEl.addEventListener('input', () => {
      this.changed?.(this.getValue());
    });
  }

  override setDisabled(disabled: boolean): this {
    this.colorPickerEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  getValue(): string {
    return this.colorPickerEl.value;
  }

  getValueRgb(): RGB {
    return hexToRgb(this.getValue());
  }

  getValueHsl(): HSL {
    return rgbToHsl(this.getValueRgb());
  }

  setValue(value: string): this {
    this.colorPickerEl.value = value;
    return this;
  }

  setValueRgb(rgb: RGB): this {
    return this.setValue(rgbToHex(rgb));
  }

  setValueHsl(hsl: HSL): this {
    return this.setValueRgb(hslToRgb(hsl));
  }

  onChange(callback: (value: string) => unknown): this {
    this.changed = callback;
    return this;
  }
}

export class ProgressBarComponent extends ValueComponent<number> {
  readonly progressBar: HTMLElement;
  /** Undocumented, as in the app. */
  readonly lineEl: HTMLElement;
  #value = 0;

  constructor(containerEl: HTMLElement) {
    super();
    this.progressBar = containerEl.createDiv({
      cls: 'setting-progress-bar',
      attr: { role: 'progressbar', 'aria-valuemin': 0, 'aria-valuemax': 100 },
    });
    this.lineEl = this.progressBar.createDiv('setting-progress-bar-inner');
  }

  getValue(): number {
    return this.#value;
  }

  /** Per cent. */
  setValue(value: number): this {
    this.#value = Math.clamp(value, 0, 100);
    this.lineEl.setCssStyles({ width: `${String(this.#value)}%` });
    this.progressBar.setAttr('aria-valuenow', this.#value);
    return this;
  }
}
