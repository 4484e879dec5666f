// `Menu`: items in sections, submenus, mouse and keyboard. Sections stand in the order in which they
// were first named, a line between them. Menus and their items make each other, so they share a file.
import { Component } from '../ground/component.ts';
import { setIcon } from '../ground/icons.ts';
import { Scope, type Keymap } from '../ground/scope.ts';

interface MenuPosition {
  readonly x: number;
  readonly y: number;
  readonly width?: number;
  readonly overlap?: boolean;
  readonly left?: boolean;
}

let keymap: Keymap | null = null;

/** Menus have no reference to the app; the host names its keymap once. */
export function useKeymap(used: Keymap): void {
  keymap = used;
}

export class MenuSeparator {
  readonly dom = createDiv('menu-separator');
  section = '';
}

export class MenuItem {
  readonly dom = createDiv('menu-item tappable');
  readonly iconEl = this.dom.createDiv('menu-item-icon');
  readonly titleEl = this.dom.createDiv('menu-item-title');
  section = '';
  disabled = false;
  isLabel = false;
  submenu: Menu | null = null;
  callback: ((event: MouseEvent | KeyboardEvent) => unknown) | null = null;
  #checkEl: HTMLElement | null = null;

  constructor(readonly menu: Menu) {
    this.dom.setAttr('role', 'menuitem');
  }

  setTitle(title: string | DocumentFragment): this {
    this.titleEl.setText(title);
    return this;
  }

  setIcon(icon: string | null): this {
    if (icon === null) this.iconEl.empty();
    else setIcon(this.iconEl, icon);
    return this;
  }

  setChecked(checked: boolean | null): this {
    this.dom.toggleClass('mod-checked', checked === true);
    this.#checkEl?.detach();
    this.#checkEl = null;
    if (checked === true) {
      this.#checkEl = this.dom.createDiv('menu-item-icon mod-checked');
      setIcon(this.#checkEl, 'check');
    }
    this.dom.setAttr('role', checked === null ? 'menuitem' : 'menuitemcheckbox');
    this.dom.setAttr('aria-checked', checked);
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.dom.toggleClass('is-disabled', disabled);
    this.dom.setAttr('aria-disabled', disabled);
    return this;
  }

  setWarning(isWarning: boolean): this {
    this.dom.toggleClass('is-warning', isWarning);
    return this;
  }

  setIsLabel(isLabel: boolean): this {
    this.isLabel = isLabel;
    this.dom.toggleClass('is-label', isLabel);
    return this;
  }

  onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
    this.callback = callback;
    return this;
  }

  setSection(section: string): this {
    this.section = section;
    return this;
  }

  /** Not in the typings, but there in Obsidian and used by many plugins. */
  setSubmenu(): Menu {
    this.submenu ??= new Menu();
    if (!this.dom.hasClass('has-submenu')) {
      this.dom.addClass('has-submenu');
      setIcon(this.dom.createDiv('menu-item-icon mod-submenu'), 'chevron-right');
    }
    return this.submenu;
  }
}

export class Menu extends Component {
  readonly dom = createDiv({ cls: 'menu', attr: { role: 'menu' } });
  readonly items: (MenuItem | MenuSeparator)[] = [];
  readonly scope = new Scope();
  #selected = -1;
  #hideCallbacks: (() => unknown)[] = [];
  /** Undocumented, as in the app. */
  parentMenu: Menu | null = null;
  #openSubmenu: Menu | null = null;
  #parentEl: HTMLElement | null = null;

  constructor() {
    super();
    const move = (by: number) => () => {
      this.#select(by);
      return false;
    };
    this.scope.register([], 'ArrowDown', move(1));
    this.scope.register([], 'ArrowUp', move(-1));
    this.scope.register([], 'Tab', move(1));
    this.scope.register(['Shift'], 'Tab', move(-1));
    this.scope.register([], 'Escape', () => {
      this.hide();
      return false;
    });
    this.scope.register([], 'ArrowLeft', () => {
      if (this.parentMenu) this.hide();
      return false;
    });
    const choose = (event: KeyboardEvent): false => {
      const item = this.items[this.#selected];
      if (item instanceof MenuItem) this.#choose(item, event);
      return false;
    };
    this.scope.register([], 'Enter', choose);
    this.scope.register([], ' ', choose);
    this.scope.register([], 'ArrowRight', (event) => {
      const item = this.items[this.#selected];
      if (item instanceof MenuItem && item.submenu) this.#choose(item, event);
      return false;
    });
  }

  setNoIcon(): this {
    this.dom.addClass('mod-no-icon');
    return this;
  }

  setUseNativeMenu(_useNativeMenu: boolean): this {
    return this;
  }

  setParentElement(el: HTMLElement): this {
    this.#parentEl = el;
    return this;
  }

  addItem(build: (item: MenuItem) => unknown): this {
    const item = new MenuItem(this);
    this.items.push(item);
    build(item);
    return this;
  }

  addSeparator(): this {
    this.items.push(new MenuSeparator());
    return this;
  }

  showAtMouseEvent(event: MouseEvent): this {
    event.preventDefault();
    return this.showAtPosition({ x: event.clientX, y: event.clientY }, event.doc);
  }

  showAtPosition(position: MenuPosition, doc: Document = activeDocument): this {
    this.#sortSections();
    this.dom.empty();
    const scroll = this.dom.createDiv('menu-scroll');
    for (const item of this.items) {
      scroll.append(item.dom);
      if (item instanceof MenuItem) this.#listen(item);
    }
    doc.body.append(this.dom);
    const { width, height } = this.dom.getBoundingClientRect();
    const { innerWidth, innerHeight } = this.dom.win;
    const flip = position.left === true || position.x + width > innerWidth;
    const x = flip
      ? position.x - width + (position.left === true ? (position.width ?? 0) : 0)
      : position.x;
    const y =
      position.y + height > innerHeight ? Math.max(4, innerHeight - height - 4) : position.y;
    this.dom.setCssStyles({ left: `${String(Math.max(4, x))}px`, top: `${String(y)}px` });
    keymap?.pushScope(this.scope);
    this.load();
    window.setTimeout(() => {
      this.registerDomEvent(doc, 'pointerdown', (event: PointerEvent) => {
        if (!this.#holds(event.target)) this.#root().hide();
      });
    });
    this.#parentEl?.addClass('has-active-menu');
    return this;
  }

  hide(): this {
    if (!this.isLoaded) return this;
    this.#openSubmenu?.hide();
    this.unload();
    this.dom.detach();
    keymap?.popScope(this.scope);
    if (this.parentMenu) this.parentMenu.#openSubmenu = null;
    this.#parentEl?.removeClass('has-active-menu');
    for (const callback of this.#hideCallbacks) callback();
    return this;
  }

  close(): void {
    this.hide();
  }

  onHide(callback: () => unknown): void {
    this.#hideCallbacks.push(callback);
  }

  onHistoryBack(): void {
    this.hide();
  }

  /** One menu per event: a child's and its parents' handlers add to the same one. */
  static forEvent(event: MouseEvent): Menu {
    const present = menuOfEvent.get(event);
    if (present) return present;
    const menu = new Menu();
    menuOfEvent.set(event, menu);
    event.preventDefault();
    window.setTimeout(() => {
      if (menu.items.length > 0) menu.showAtMouseEvent(event);
    });
    return menu;
  }

  #root(): Menu {
    return this.parentMenu ? this.parentMenu.#root() : this;
  }

  #holds(target: EventTarget | null): boolean {
    return (
      this.dom.contains(target as Node | null) ||
      (this.#openSubmenu !== null && this.#openSubmenu.#holds(target))
    );
  }

  #listen(item: MenuItem): void {
    item.dom.onclick = (event) => {
      this.#choose(item, event);
    };
    item.dom.onpointerenter = () => {
      this.#mark(this.items.indexOf(item));
      if (item.submenu) this.#expand(item);
      else this.#openSubmenu?.hide();
    };
  }

  #choose(item: MenuItem, event: MouseEvent | KeyboardEvent): void {
    if (item.disabled || item.isLabel) return;
    if (item.submenu) {
      this.#expand(item);
      if (event.instanceOf(KeyboardEvent)) item.submenu.#select(1);
      return;
    }
    this.#root().hide();
    item.callback?.(event);
  }

  #expand(item: MenuItem): void {
    const submenu = item.submenu;
    if (!submenu || this.#openSubmenu === submenu) return;
    this.#openSubmenu?.hide();
    submenu.parentMenu = this;
    this.#openSubmenu = submenu;
    const around = item.dom.getBoundingClientRect();
    submenu.showAtPosition({ x: around.right, y: around.top - 6 }, item.dom.doc);
  }

  #select(by: number): void {
    const choosable = this.items.filter(
      (item) => item instanceof MenuItem && !item.disabled && !item.isLabel,
    );
    const at = choosable.indexOf(this.items[this.#selected] ?? new MenuSeparator());
    const start = at < 0 && by < 0 ? 0 : at;
    const next = choosable[(start + by + choosable.length) % choosable.length];
    if (next) this.#mark(this.items.indexOf(next));
  }

  #mark(index: number): void {
    this.#selected = index;
    this.items.forEach((item, at) => {
      item.dom.toggleClass('selected', at === index && item instanceof MenuItem && !item.disabled);
      if (at === index) item.dom.scrollIntoView({ block: 'nearest' });
    });
  }

  #sortSections(): void {
    const given = this.items.filter(
      (item) => !(item instanceof MenuSeparator && item.section !== ''),
    );
    if (!given.some((item) => item.section !== '')) return;
    const sections = [...new Set(given.map((item) => item.section))];
    this.items.length = 0;
    for (const section of sections) {
      if (this.items.length > 0) {
        const line = new MenuSeparator();
        line.section = 'between';
        this.items.push(line);
      }
      this.items.push(...given.filter((item) => item.section === section));
    }
  }
}

const menuOfEvent = new WeakMap<MouseEvent, Menu>();
