// @vitest-environment jsdom
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VirtualList, type VirtualListProps } from '../../../src/ui/list/virtual-list';

const VIEWPORT = 400;
const ROW = 40;

/** jsdom lays nothing out: elements say the size that their class would give them. */
function giveSizes(): void {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (
    this: HTMLElement,
  ) {
    return this.classList.contains('question-stance-list-row')
      ? Number(this.querySelector('[data-height]')?.getAttribute('data-height') ?? ROW)
      : VIEWPORT;
  });
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(300);
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(10_000_000);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(VIEWPORT);
  Element.prototype.scrollTo = function (this: Element, options?: ScrollToOptions | number) {
    const top = typeof options === 'object' ? (options.top ?? 0) : 0;
    if (top === this.scrollTop) return;
    this.scrollTop = top;
    this.dispatchEvent(new Event('scroll'));
  };
}

/** What Obsidian adds to elements, as far as the list uses it. */
function giveObsidiansMethods(): void {
  // jsdom has one window.
  HTMLElement.prototype.onWindowMigrated = () => () => undefined;
  HTMLElement.prototype.createDiv = function (this: HTMLElement, info) {
    const { cls = '', attr = {} } = typeof info === 'object' ? info : {};
    const element = document.createElement('div');
    element.className = String(cls);
    for (const [name, value] of Object.entries(attr)) element.setAttribute(name, String(value));
    this.append(element);
    return element;
  };
  HTMLElement.prototype.setCssProps = function (this: HTMLElement, properties) {
    for (const [name, value] of Object.entries(properties)) this.style.setProperty(name, value);
  };
}

/** Tells sizes a moment later, as browsers do when they have laid out; jsdom has none. */
class FakeResizeObserver {
  readonly #observed = new Set<HTMLElement>();

  constructor(private readonly tell: ResizeObserverCallback) {}

  /** As in browsers, of what is observed already nothing is told again. */
  observe(target: HTMLElement): void {
    if (this.#observed.has(target)) return;
    this.#observed.add(target);
    queueMicrotask(() => {
      const borderBoxSize = [{ blockSize: target.offsetHeight, inlineSize: target.offsetWidth }];
      void act(() =>
        this.tell([{ target, borderBoxSize } as unknown as ResizeObserverEntry], this),
      );
    });
  }

  unobserve(target: HTMLElement): void {
    this.#observed.delete(target);
  }

  disconnect(): void {
    this.#observed.clear();
  }
}

describe('the virtual list', () => {
  let host: HTMLElement;

  beforeEach(() => {
    giveSizes();
    vi.stubGlobal('ResizeObserver', FakeResizeObserver);
    giveObsidiansMethods();
    host = document.createElement('div');
    document.body.append(host);
  });

  afterEach(() => {
    render(null, host);
    host.remove();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  function show(props: Partial<VirtualListProps<string>> & { items: readonly string[] }) {
    return act(() =>
      render(
        <VirtualList
          keyOf={(item) => item}
          estimateHeight={() => ROW}
          renderRow={(item) => <p>{item}</p>}
          {...props}
        />,
        host,
      ),
    );
  }

  const shown = () =>
    [...host.querySelectorAll<HTMLElement>('.question-stance-list-row')]
      .filter((row) => row.dataset.index !== '-1')
      .map((row) => row.textContent);
  const scrollTo = (top: number) =>
    act(() => {
      list().scrollTop = top;
      list().dispatchEvent(new Event('scroll'));
    });
  const find = (selector: string): HTMLElement => {
    const found = host.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`nothing shows as ${selector}`);
    return found;
  };
  const list = () => find('.question-stance-list');
  const height = () =>
    find('.question-stance-list-rows').style.getPropertyValue('--question-stance-list-height');
  /** Some time after the last key, as a reader would. */
  const scrollAway = async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    await scrollTo(100_000);
  };
  const numbered = (count: number) => Array.from({ length: count }, (_, at) => `row ${at}`);

  it('renders the rows in sight and a few more, of however many there are', async () => {
    await show({ items: numbered(5000), overscan: 3 });
    await vi.waitFor(() => expect(shown()).toEqual(numbered(13)));
    expect(height()).toBe(`${5000 * ROW}px`);
  });

  it('brings the active row into view when it changes', async () => {
    const items = numbered(5000);
    await show({ items, active: 0 });
    await show({ items, active: 3000 });
    await vi.waitFor(() => expect(shown()).toContain('row 3000'));
    expect(list().scrollTop).toBe(3001 * ROW - VIEWPORT);
  });

  it('draws what is in sight first after a leap, and the rows beside it a frame later', async () => {
    const frames: FrameRequestCallback[] = [];
    vi.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => frames.push(frame));
    await show({ items: numbered(5000), overscan: 3 });
    await scrollAway();
    const inSight = Array.from({ length: 10 }, (_, at) => `row ${String(2500 + at)}`);
    expect(shown()).toEqual(inSight);
    await act(() => frames.splice(0).forEach((frame) => frame(0)));
    expect(shown()).toHaveLength(16);
    expect(shown().slice(3, 13)).toEqual(inSight);
    expect(frames).toEqual([]);
  });

  it('draws a row again only where rows or their drawing are others than before', async () => {
    const items = numbered(5000);
    const renderRow = vi.fn((item: string) => <p>{item}</p>);
    const drawn = () => renderRow.mock.calls.splice(0).map(([item]) => item);
    await show({ items, renderRow, overscan: 0 });
    expect(drawn()).toEqual(numbered(10));
    await scrollTo(2 * ROW);
    expect(drawn()).toEqual(['row 10', 'row 11']);
    await show({ items, renderRow, overscan: 0 });
    expect(drawn()).toEqual([]);
    await show({ items: [...items], renderRow, overscan: 0 });
    expect(drawn()).toHaveLength(10);
    await show({ items, renderRow: (item) => <p>{`again ${item}`}</p>, overscan: 0 });
    expect(shown()[0]).toBe('again row 2');
  });

  it('waits for no frame where it is empty', async () => {
    const frame = vi.spyOn(window, 'requestAnimationFrame');
    await show({ items: [] });
    await show({ items: [] });
    expect(frame).not.toHaveBeenCalled();
  });

  it('places rows by their measured heights', async () => {
    await show({
      items: numbered(4),
      renderRow: (item, index) => <p data-height={ROW * (index + 1)}>{item}</p>,
    });
    const tops = () =>
      [...host.querySelectorAll<HTMLElement>('.question-stance-list-row')].map((row) =>
        row.style.getPropertyValue('--question-stance-list-top'),
      );
    await vi.waitFor(() => expect(tops()).toEqual(['0px', '40px', '120px', '240px']));
    expect(height()).toBe('400px');
  });

  it('keeps the DOM of a row that moves', async () => {
    await show({ items: ['a', 'b', 'c'] });
    const before = [...host.querySelectorAll('p')][2];
    await show({ items: ['c', 'a', 'b'] });
    expect([...host.querySelectorAll('p')].find((row) => row.textContent === 'c')).toBe(before);
  });

  it('takes the elements of rows that went for rows of the same kind that come', async () => {
    const items = numbered(5000);
    // Of every three rows, one is of another kind.
    const kindOf = (index: number) => (index % 3 === 0 ? 'h2' : 'p');
    const renderRow = (item: string, index: number) => {
      const Kind = kindOf(index);
      return <Kind>{item}</Kind>;
    };
    const estimateHeight = (_: string, index: number) => (kindOf(index) === 'p' ? ROW : ROW + 1);
    await show({ items, renderRow, estimateHeight, overscan: 0 });
    const elements = () => [...host.querySelectorAll('p, h2')];
    const before = new Map(elements().map((element) => [element, element.tagName]));
    await scrollTo(3 * ROW);
    expect(shown()).toContain('row 12');
    expect(shown()).not.toContain('row 2');
    for (const element of elements().slice(0, 9)) expect(before.get(element)).toBe(element.tagName);
    const made = elements().filter((element) => !before.has(element));
    expect(made.length).toBeLessThanOrEqual(1);
  });

  it('keeps the elements in the order of their rows, whichever way the reader scrolls', async () => {
    const items = numbered(5000);
    await show({ items, overscan: 2 });
    for (const row of [4, 9, 3, 500, 498, 0, 12]) {
      await scrollTo(row * ROW);
      await vi.waitFor(() => expect(shown()).toHaveLength(12 + Math.min(2, row)));
      const first = Math.max(0, row - 2);
      expect(shown()).toEqual(items.slice(first, row + 12));
    }
  });

  it('moves no element of a row that stays while the list scrolls', async () => {
    await show({ items: numbered(5000), overscan: 0 });
    const insertBefore = vi.spyOn(Node.prototype, 'insertBefore');
    await scrollTo(3 * ROW);
    await scrollTo(ROW);
    // The three that came below, the two that came above.
    expect(insertBefore).toHaveBeenCalledTimes(3 + 2);
  });

  it('never makes another row of one that has the focus', async () => {
    const items = numbered(5000);
    const renderRow = (item: string) => <button type="button">{item}</button>;
    await show({ items, renderRow, overscan: 0 });
    const focused = [...host.querySelectorAll('button')][1];
    focused?.focus();
    expect(document.activeElement?.textContent).toBe('row 1');
    await scrollAway();
    expect(focused?.isConnected).toBe(false);
    expect(document.activeElement).toBe(document.body);
  });

  it('measures a row anew in the element that it takes over, be it as high as the one before or not', async () => {
    const heightOf = (index: number) => (index % 3 === 0 ? 2 * ROW : ROW);
    const renderRow = (item: string, index: number) => <p data-height={heightOf(index)}>{item}</p>;
    await show({ items: numbered(5000), renderRow, overscan: 0 });
    const wrong = () => {
      const rows = [...host.querySelectorAll<HTMLElement>('.question-stance-list-row')];
      const topOf = (row: HTMLElement) =>
        parseFloat(row.style.getPropertyValue('--question-stance-list-top'));
      return rows.filter((row, at) => {
        const next = rows[at + 1];
        return next && topOf(next) - topOf(row) !== heightOf(Number(row.dataset.index));
      });
    };
    for (const top of [150, 300, 450, 90_000, 90_150, 20_000, 0]) {
      await scrollTo(top);
      await vi.waitFor(() => expect(wrong()).toEqual([]));
    }
  });

  it.each([
    ['up', 2500, 0],
    ['down', 10, 100_000],
  ])('keeps the focus in the active row at a leap %s', async (_, active, top) => {
    const renderRow = (item: string) => <button type="button">{item}</button>;
    await show({ items: numbered(5000), renderRow, active, overscan: 3 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const name = `row ${String(active)}`;
    const buttons = () => [...host.querySelectorAll('button')];
    await vi.waitFor(() => expect(shown()).toContain(name));
    buttons()
      .find((button) => button.textContent === name)
      ?.focus();
    await scrollTo(top);
    expect(document.activeElement?.textContent).toBe(name);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(document.activeElement?.textContent).toBe(name);
  });

  it('shows rows of the same name all the same', async () => {
    const items = ['a', 'b', 'a', 'c', 'a'];
    await show({ items });
    expect(shown()).toEqual(items);
    const others = ['a', 'a', 'b'];
    await show({ items: others });
    expect(shown()).toEqual(others);
    expect(host.querySelectorAll('p')).toHaveLength(3);
  });

  it('lets go of its rows when it goes', async () => {
    const gone = vi.fn<(name: string) => void>();
    function Row({ name }: { readonly name: string }) {
      useEffect(() => () => gone(name), []);
      return <p>{name}</p>;
    }
    await show({ items: numbered(3), renderRow: (item) => <Row name={item} /> });
    await show({ items: numbered(2), renderRow: (item) => <Row name={item} /> });
    expect(gone.mock.calls).toEqual([['row 2']]);
    await act(() => render(null, host));
    expect(gone).toHaveBeenCalledTimes(3);
  });
});
