// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VirtualList, type VirtualListProps } from '../../src/ui/parts/virtual-list';

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

/** Tells sizes a moment later, as browsers do when they have laid out; jsdom has none. */
class FakeResizeObserver {
  constructor(private readonly tell: ResizeObserverCallback) {}

  observe(target: HTMLElement): void {
    queueMicrotask(() => {
      const borderBoxSize = [{ blockSize: target.offsetHeight, inlineSize: target.offsetWidth }];
      void act(() =>
        this.tell([{ target, borderBoxSize } as unknown as ResizeObserverEntry], this),
      );
    });
  }

  unobserve(): void {
    // Tells once and no more.
  }

  disconnect(): void {
    // Tells once and no more.
  }
}

describe('the virtual list', () => {
  let host: HTMLElement;

  beforeEach(() => {
    giveSizes();
    vi.stubGlobal('ResizeObserver', FakeResizeObserver);
    // jsdom has one window.
    HTMLElement.prototype.onWindowMigrated = () => () => undefined;
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

  const shown = () => [...host.querySelectorAll('p')].map((row) => row.textContent);
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
    await act(() => {
      list().scrollTop = 100_000;
      list().dispatchEvent(new Event('scroll'));
    });
  };
  const numbered = (count: number) => Array.from({ length: count }, (_, at) => `row ${at}`);

  it('renders the rows in sight and a few more, of however many there are', async () => {
    await show({ items: numbered(5000), overscan: 3 });
    await vi.waitFor(() => expect(shown()).toEqual(numbered(13)));
    expect(height()).toBe(`${5000 * ROW}px`);
  });

  it('renders every row of a short list, and none of an empty one', async () => {
    await show({ items: numbered(3) });
    expect(shown()).toEqual(numbered(3));
    await show({ items: [] });
    expect(shown()).toEqual([]);
  });

  it('brings the active row into view when it changes', async () => {
    const items = numbered(5000);
    await show({ items, active: 0 });
    await show({ items, active: 3000 });
    await vi.waitFor(() => expect(shown()).toContain('row 3000'));
    expect(list().scrollTop).toBe(3001 * ROW - VIEWPORT);
  });

  it('ends at the last of several rows that were active in quick turn', async () => {
    const items = numbered(5000);
    for (const active of [0, 3000, 10, 4000, 2000]) await show({ items, active });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(list().scrollTop).toBe(2000 * ROW);
  });

  it('keeps the given margin below the active row', async () => {
    const items = numbered(5000);
    await show({ items, active: 0, margin: 50 });
    await show({ items, active: 3000, margin: 50 });
    await vi.waitFor(() => expect(list().scrollTop).toBe(3001 * ROW - VIEWPORT + 50));
  });

  it('keeps the active row in the DOM when it is scrolled out of sight', async () => {
    await show({ items: numbered(5000), active: 0 });
    await scrollAway();
    expect(shown()).toContain('row 0');
    expect(shown()).toContain('row 2500');
    expect(shown()).not.toContain('row 100');
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

  it('draws what is in sight first where all rows are others, and all at once where some stay', async () => {
    const items = numbered(5000);
    await show({ items, overscan: 3 });
    await vi.waitFor(() => expect(shown()).toHaveLength(13));
    const frames: FrameRequestCallback[] = [];
    vi.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => frames.push(frame));
    await show({ items: items.slice(5), overscan: 3 });
    expect(shown()).toEqual(items.slice(5, 18));
    expect(frames).toEqual([]);
    await show({ items: items.slice(1000), overscan: 3 });
    expect(shown()).toEqual(items.slice(1000, 1010));
    await act(() => frames.splice(0).forEach((frame) => frame(0)));
    expect(shown()).toEqual(items.slice(1000, 1013));
  });

  it('draws a row again only where rows or their drawing are others than before', async () => {
    const items = numbered(5000);
    const renderRow = vi.fn((item: string) => <p>{item}</p>);
    const drawn = () => renderRow.mock.calls.splice(0).map(([item]) => item);
    await show({ items, renderRow, overscan: 0 });
    expect(drawn()).toEqual(numbered(10));
    await act(() => {
      list().scrollTop = 2 * ROW;
      list().dispatchEvent(new Event('scroll'));
    });
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

  it('stays where the reader scrolled when only the items change', async () => {
    const items = numbered(5000);
    await show({ items, active: 0 });
    await scrollAway();
    await show({ items: [...items], active: 0 });
    expect(list().scrollTop).toBe(100_000);
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
});
