// What Obsidian adds to the browser's own prototypes and globals (the `declare global` block of its
// typings), for one window. Installed in the page's own before anything else of the host or the plugin
// runs, and in each pop-out before anything is put into it.
import { extend } from './built-in-extensions.ts';
import { onNodeInserted, onWindowMigrated } from './node-inserted.ts';
import { delegate } from './event-delegation.ts';
import { windows, type Realm } from './windows.ts';

function classList(classes: string | string[]): string[] {
  return (Array.isArray(classes) ? classes : [classes]).flatMap((cls) =>
    cls.split(/\s+/).filter(Boolean),
  );
}

function applyHtmlInfo(el: HTMLElement, info: DomElementInfo): void {
  if (info.text !== undefined) el.setText(info.text);
  if (info.title !== undefined) el.title = info.title;
  if (info.type !== undefined) el.setAttribute('type', info.type);
  if (info.placeholder !== undefined) el.setAttribute('placeholder', info.placeholder);
  if (info.href !== undefined) el.setAttribute('href', info.href);
  if (info.value === undefined) return;
  if ('value' in el) el.value = info.value;
  else el.setAttribute('value', info.value);
}

function applyInfo(el: Element, info: DomElementInfo | SvgElementInfo | string | undefined): void {
  if (info === undefined) return;
  if (typeof info === 'string') {
    el.classList.add(...classList(info));
    return;
  }
  if (info.cls !== undefined) el.classList.add(...classList(info.cls));
  if (info.attr) el.setAttrs(info.attr);
  if (el.instanceOf(HTMLElement)) applyHtmlInfo(el, info);
  if (info.parent) {
    if (info.prepend === true) info.parent.insertBefore(el, info.parent.firstChild);
    else info.parent.appendChild(el);
  }
}

function make<E extends Element>(
  el: E,
  parent: Node | null,
  info: DomElementInfo | SvgElementInfo | string | undefined,
  callback: ((el: E) => void) | undefined,
): E {
  applyInfo(el, info);
  callback?.(el);
  if (parent) {
    const first = typeof info === 'object' && info.prepend === true;
    parent.insertBefore(el, first ? parent.firstChild : null);
  }
  return el;
}

const SVG = 'http://www.w3.org/2000/svg';

/** `instanceof` for what `win` made, with a class of any window. */
function isInstance(value: object, type: Constructor, win: Realm): boolean {
  if (value instanceof type) return true;
  const own: unknown = Reflect.get(win, type.name);
  return typeof own === 'function' && value instanceof own;
}

type Constructor = abstract new () => unknown;

function extendNodes(win: Realm): void {
  extend(win.Node.prototype, {
    get doc(): Document {
      return this.ownerDocument ?? (this as Document);
    },
    get win(): Window {
      return this.doc.defaultView ?? window;
    },
    constructorWin: win,
    detach() {
      this.parentNode?.removeChild(this);
    },
    empty() {
      while (this.lastChild) this.removeChild(this.lastChild);
    },
    insertAfter(node: Node, child: Node | null): Node {
      return this.insertBefore(node, child ? child.nextSibling : this.firstChild);
    },
    indexOf(other: Node): number {
      return Array.prototype.indexOf.call(this.childNodes, other);
    },
    setChildrenInPlace(children: Node[]) {
      for (const child of Array.from(this.childNodes)) {
        if (!children.includes(child)) this.removeChild(child);
      }
      children.forEach((child, at) => {
        const present = this.childNodes[at] ?? null;
        if (present !== child) this.insertBefore(child, present);
      });
    },
    appendText(text: string) {
      this.appendChild(this.doc.createTextNode(text));
    },
    instanceOf(type: Constructor): boolean {
      return isInstance(this, type, win);
    },
    createEl(tag: string, info?: DomElementInfo | string, callback?: (el: HTMLElement) => void) {
      return make(this.doc.createElement(tag), this, info, callback);
    },
    createDiv(info?: DomElementInfo | string, callback?: (el: HTMLDivElement) => void) {
      return make(this.doc.createElement('div'), this, info, callback);
    },
    createSpan(info?: DomElementInfo | string, callback?: (el: HTMLSpanElement) => void) {
      return make(this.doc.createElement('span'), this, info, callback);
    },
    createSvg(tag: string, info?: SvgElementInfo | string, callback?: (el: Element) => void) {
      return make(this.doc.createElementNS(SVG, tag), this, info, callback);
    },
  });
}

function extendElements(win: Realm): void {
  extend(win.Element.prototype, {
    getText(): string {
      return this.textContent;
    },
    setText(text: string | DocumentFragment) {
      this.empty();
      if (typeof text === 'string') this.textContent = text;
      else this.appendChild(text);
    },
    addClass(...classes: string[]) {
      this.classList.add(...classList(classes));
    },
    addClasses(classes: string[]) {
      this.classList.add(...classList(classes));
    },
    removeClass(...classes: string[]) {
      this.classList.remove(...classList(classes));
    },
    removeClasses(classes: string[]) {
      this.classList.remove(...classList(classes));
    },
    toggleClass(classes: string | string[], value: boolean) {
      for (const cls of classList(classes)) this.classList.toggle(cls, value);
    },
    hasClass(cls: string): boolean {
      return this.classList.contains(cls);
    },
    setAttr(name: string, value: string | number | boolean | null) {
      if (value === null) this.removeAttribute(name);
      else this.setAttribute(name, String(value));
    },
    setAttrs(attributes: Record<string, string | number | boolean | null>) {
      for (const [name, value] of Object.entries(attributes)) this.setAttr(name, value);
    },
    getAttr(name: string): string | null {
      return this.getAttribute(name);
    },
    matchParent(selector: string, lastParent?: Element): Element | null {
      const found = this.closest(selector);
      return found && lastParent && found !== lastParent && found.contains(lastParent)
        ? null
        : found;
    },
    getCssPropertyValue(property: string, pseudoElement?: string): string {
      return getComputedStyle(this, pseudoElement).getPropertyValue(property).trim();
    },
    isActiveElement(): boolean {
      return this.doc.activeElement === this;
    },
    find(selector: string): Element | null {
      return this.querySelector(selector);
    },
    findAll(selector: string): HTMLElement[] {
      return Array.from(this.querySelectorAll<HTMLElement>(selector));
    },
    findAllSelf(selector: string): HTMLElement[] {
      const below = this.findAll(selector);
      return this.matches(selector) && this.instanceOf(HTMLElement) ? [this, ...below] : below;
    },
  });
  extend(win.DocumentFragment.prototype, {
    find(selector: string): Element | null {
      return this.querySelector(selector);
    },
    findAll(selector: string): HTMLElement[] {
      return Array.from(this.querySelectorAll<HTMLElement>(selector));
    },
  });
  for (const prototype of [win.HTMLElement.prototype, win.SVGElement.prototype]) {
    extend<HTMLElement | SVGElement>(prototype, {
      setCssStyles(styles: Partial<CSSStyleDeclaration>) {
        Object.assign(this.style, styles);
      },
      setCssProps(properties: Record<string, string>) {
        for (const [name, value] of Object.entries(properties)) this.style.setProperty(name, value);
      },
    });
  }
}

function extendHtmlElements(win: Realm): void {
  extend(win.Document.prototype, delegate);
  extend(win.HTMLElement.prototype, {
    ...delegate,
    show() {
      this.style.removeProperty('display');
    },
    hide() {
      this.style.display = 'none';
    },
    toggle(show: boolean) {
      if (show) this.show();
      else this.hide();
    },
    toggleVisibility(visible: boolean) {
      this.style.visibility = visible ? '' : 'hidden';
    },
    isShown(): boolean {
      return this.getClientRects().length > 0;
    },
    onClickEvent(listener: (event: MouseEvent) => unknown, options?: AddEventListenerOptions) {
      this.addEventListener('click', listener, options);
      this.addEventListener('auxclick', listener, options);
    },
    onNodeInserted(listener: () => unknown, once?: boolean): () => void {
      return onNodeInserted(this, listener, once);
    },
    onWindowMigrated(listener: (win: Window) => unknown): () => void {
      return onWindowMigrated(this, listener);
    },
    trigger(type: string) {
      this.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    },
  });
  Object.defineProperties(win.HTMLElement.prototype, {
    innerWidth: {
      configurable: true,
      get(this: HTMLElement) {
        const style = getComputedStyle(this);
        return this.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      },
    },
    innerHeight: {
      configurable: true,
      get(this: HTMLElement) {
        const style = getComputedStyle(this);
        return this.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
      },
    },
  });
  extend(win.UIEvent.prototype, {
    get targetNode(): Node | null {
      return this.target !== null && 'nodeType' in this.target ? (this.target as Node) : null;
    },
    get win(): Window {
      return this.view ?? this.targetNode?.win ?? window;
    },
    get doc(): Document {
      return this.win.document;
    },
    instanceOf(type: Constructor): boolean {
      return isInstance(this, type, win);
    },
  });
}

function defineGlobals(win: Realm): void {
  const { document } = win;
  Object.assign(win, {
    activeWindow: windows.active,
    activeDocument: windows.active.document,
    createEl: (tag: string, info?: DomElementInfo | string, callback?: (el: HTMLElement) => void) =>
      make(document.createElement(tag), null, info, callback),
    createDiv: (info?: DomElementInfo | string, callback?: (el: HTMLElement) => void) =>
      make(document.createElement('div'), null, info, callback),
    createSpan: (info?: DomElementInfo | string, callback?: (el: HTMLElement) => void) =>
      make(document.createElement('span'), null, info, callback),
    createSvg: (tag: string, info?: SvgElementInfo | string, callback?: (el: Element) => void) =>
      make(document.createElementNS(SVG, tag), null, info, callback),
    createFragment: (callback?: (fragment: DocumentFragment) => void) => {
      const fragment = document.createDocumentFragment();
      callback?.(fragment);
      return fragment;
    },
    fish: (selector: string) => document.querySelector(selector),
    fishAll: (selector: string) => Array.from(document.querySelectorAll(selector)),
    isBoolean: (value: unknown) => typeof value === 'boolean',
    ready: (callback: () => unknown) => {
      if (document.readyState !== 'loading') callback();
      else document.addEventListener('DOMContentLoaded', () => callback());
    },
    sleep: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)),
    nextFrame: () => new Promise((resolve) => requestAnimationFrame(resolve)),
  });
}

/** Installs everything above in a window. Call it once for each. */
export function installDomExtensions(win: Realm): void {
  extendNodes(win);
  extendElements(win);
  extendHtmlElements(win);
  defineGlobals(win);
}
