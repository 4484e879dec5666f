/** What a long list does, by numbers alone. Rows are 40 high, the list 400, unless a case says otherwise. */
import { describe, expect, it, vi } from 'vitest';
import { ListController } from '../../../src/ui/list/list-controller';
import type { RowSource } from '../../../src/ui/list/drawn-rows';

const VIEWPORT = 400;
const ROW = 40;

const numbered = (count: number) => Array.from({ length: count }, (_, at) => `row ${at}`);

/** A list as an element would show it: drawn again for whatever it is told, measured as it is drawn. */
class ShownList {
  readonly #controller = new ListController<string>();
  #source: RowSource<string> = {
    items: [],
    keyOf: (item) => item,
    estimateHeight: () => ROW,
    renderRow: (item) => item,
  };
  #scrollTop = 0;
  #height = VIEWPORT;
  /** Of the clock that scrolling goes by. */
  now = 0;
  /** Whether the keyboard is at something above the list that scrolls with it. */
  isBeside = false;

  constructor(
    private readonly overscan = 6,
    private readonly margin = 0,
    private readonly heightOf: (index: number) => number = () => ROW,
  ) {
    this.#look();
  }

  get scrollTop(): number {
    return this.#scrollTop;
  }

  get total(): number {
    return this.#controller.total;
  }

  show(source: Partial<RowSource<string>>): void {
    this.#source = { ...this.#source, ...source };
    this.draw();
    this.measure();
    const called = this.#controller.takeCall(this.isBeside);
    if (called !== null) this.#controller.want(called, this.now);
    this.#settle();
  }

  /** What is drawn, by place; what was measured of it counts from now on. */
  draw(): readonly string[] {
    this.#controller.draw(this.#source, this.overscan);
    return this.#drawn().map(([, item]) => item);
  }

  tops(): readonly number[] {
    return this.#drawn().map(([index]) => this.#controller.top(index));
  }

  /** Measures what is drawn; says whether something is other than was thought. */
  measure(): boolean {
    const rows = this.#drawn().map(([index]) => [index, this.heightOf(index)] as const);
    const { isOther, scrollBy } = this.#controller.measure(rows);
    this.#scrollTop += scrollBy;
    this.#controller.scrolled(this.#scrollTop);
    return isOther || scrollBy !== 0;
  }

  /** Some time after the last key, as a reader would. */
  scrollTo(top: number): void {
    this.now += 200;
    this.#scrollTop = top;
    this.#settle();
  }

  resize(height: number): void {
    this.#height = height;
    this.#look();
    this.draw();
    const { active = null } = this.#source;
    if (active !== null && this.#controller.wasInView(active)) {
      this.#controller.want(active, this.now);
    }
    this.#settle();
  }

  #look(): void {
    this.#controller.look({ offset: this.#scrollTop, height: this.#height, above: 0 });
  }

  /** Draws, measures and scrolls until nothing moves any more, as frames would. */
  #settle(): void {
    for (let frame = 0; frame < 20; frame += 1) {
      const position = { scrollTop: this.#scrollTop, clientHeight: this.#height };
      const top = this.#controller.wantedTop(this.now, position, this.margin);
      if (top !== null) this.#scrollTop = top;
      this.#look();
      this.draw();
      if (!this.measure() && top === null) return;
    }
    throw new Error('The list never comes to rest.');
  }

  #drawn(): readonly (readonly [index: number, item: string])[] {
    // Drawn rows stay as they are, so that to ask for them draws none.
    const { rows } = this.#controller.draw(this.#source, this.overscan);
    return Array.from(rows.keys(), (index) => [index, this.#source.items.at(index) ?? ''] as const);
  }
}

describe('a long list', () => {
  it('draws the rows in sight and a few more, of however many there are', () => {
    const list = new ShownList(3);
    list.show({ items: numbered(5000) });
    expect(list.draw()).toEqual(numbered(13));
    expect(list.total).toBe(5000 * ROW);
  });

  it('draws every row of a short list, and none of an empty one', () => {
    const list = new ShownList();
    list.show({ items: numbered(3) });
    expect(list.draw()).toEqual(numbered(3));
    list.show({ items: [] });
    expect(list.draw()).toEqual([]);
  });

  it('brings the active row into view when it changes', () => {
    const list = new ShownList();
    list.show({ items: numbered(5000), active: 0 });
    list.show({ active: 3000 });
    expect(list.draw()).toContain('row 3000');
    expect(list.scrollTop).toBe(3001 * ROW - VIEWPORT);
  });

  it('ends at the last of several rows that were active in quick turn', () => {
    const list = new ShownList();
    list.show({ items: numbered(5000) });
    for (const active of [0, 3000, 10, 4000, 2000]) list.show({ active });
    expect(list.scrollTop).toBe(2000 * ROW);
  });

  it('keeps the given margin below the active row', () => {
    const list = new ShownList(6, 50);
    list.show({ items: numbered(5000), active: 0 });
    list.show({ active: 3000 });
    expect(list.scrollTop).toBe(3001 * ROW - VIEWPORT + 50);
  });

  it('draws the active row when it is scrolled out of sight', () => {
    const list = new ShownList();
    list.show({ items: numbered(5000), active: 0 });
    list.scrollTo(100_000);
    expect(list.draw()).toContain('row 0');
    expect(list.draw()).toContain('row 2500');
    expect(list.draw()).not.toContain('row 100');
  });

  it('keeps the active row in view when it gets smaller, where it was in view before', () => {
    const list = new ShownList();
    list.show({ items: numbered(5000), active: 9 });
    list.resize(VIEWPORT);
    list.resize(200);
    expect(list.scrollTop).toBe(10 * ROW - 200);
    list.scrollTo(100_000);
    list.resize(120);
    expect(list.scrollTop).toBe(100_000);
  });

  it('stays where the reader scrolled when only the items change', () => {
    const list = new ShownList();
    list.show({ items: numbered(5000), active: 0 });
    list.scrollTo(100_000);
    list.show({ items: numbered(5000) });
    expect(list.scrollTop).toBe(100_000);
  });

  describe('where rows have positions by their keys', () => {
    const request = {};
    const placed = (items: readonly string[], by: object = request): Partial<RowSource<string>> => {
      const indexes = new Map(items.map((item, index) => [item, index]));
      return { items, positions: { request: by, indexOf: (key) => indexes.get(String(key)) } };
    };
    const all = numbered(5000);
    const shown = (items: readonly string[]) => {
      const list = new ShownList();
      list.show(placed(all));
      list.scrollTo(100_010);
      list.show(placed(items));
      return list.scrollTop;
    };

    it.each([
      ['rows come above them', ['new', 'newer', ...all], 100_010 + 2 * ROW],
      ['rows above them go', all.slice(30), 100_010 - 30 * ROW],
      ['very many come', [...all.map((row) => `new ${row}`), ...all], 100_010 + 5000 * ROW],
      ['rows come below them', [...all, 'new'], 100_010],
      ['the first of them goes', [...all.slice(0, 2500), ...all.slice(2501)], 99_970],
      [
        'the first of them goes, and one above',
        [...all.slice(1, 2500), ...all.slice(2501)],
        99_930,
      ],
      ['rows come between them', [...all.slice(0, 2502), 'new', ...all.slice(2502)], 100_010],
      ['all go', numbered(4000).map((row) => `new ${row}`), 100_010],
      ['they are turned round', [...all].reverse(), 100_010],
    ])('those in sight stay in place when %s', (_, items, scrollTop) => {
      expect(shown(items)).toBe(scrollTop);
    });

    it('none is held when other items are asked for, nor where there is something above the list to see', () => {
      const list = new ShownList();
      list.show(placed(all));
      list.show(placed(['new', ...all]));
      expect(list.scrollTop).toBe(0);
      list.scrollTo(100_010);
      list.show(placed(['newer', 'new', ...all], {}));
      expect(list.scrollTop).toBe(100_010);
    });

    it('the active one is brought into view all the same', () => {
      const list = new ShownList();
      list.show({ ...placed(all), active: 2000 });
      expect(list.scrollTop).toBe(2001 * ROW - VIEWPORT);
      list.show({ ...placed(['new', 'newer', ...all]), active: 2002 });
      expect(list.scrollTop).toBe(2003 * ROW - VIEWPORT);
      list.show({ active: 10 });
      expect(list.scrollTop).toBe(10 * ROW);
    });

    it('nothing moves for rows before the active one once the reader has scrolled away', () => {
      const list = new ShownList();
      list.show({ ...placed(all), active: 3 });
      list.scrollTo(100_000);
      list.show({ ...placed(['new', 'newer', ...all], {}), active: 5 });
      expect(list.scrollTop).toBe(100_000);
    });

    it('the active one stays in view, and another comes into view, where the one before was', () => {
      const list = new ShownList();
      list.show({ ...placed(all), active: 3 });
      const later = [...all.map((row) => `new ${row}`), ...numbered(5)];
      list.show({ ...placed(later, {}), active: 5003 });
      expect(list.scrollTop).toBe(5004 * ROW - VIEWPORT);
      list.show({ ...placed(numbered(3000), {}), active: 2000 });
      expect(list.scrollTop).toBe(2000 * ROW);
      // At the same position, but another one, and far from where the reader is.
      list.scrollTo(0);
      list.show({ ...placed(later.slice(0, 3000), {}), active: 2000 });
      expect(list.scrollTop).toBe(0);
    });

    it('the active one stays in view on its way to it, and where it is higher than the list', () => {
      const list = new ShownList();
      list.show({ ...placed(all), active: 3000 });
      list.show({
        ...placed([...numbered(200).map((row) => `new ${row}`), ...all], {}),
        active: 3200,
      });
      expect(list.scrollTop).toBe(3201 * ROW - VIEWPORT);
      const high = new ShownList(6, 0, () => 2 * VIEWPORT);
      high.show({ ...placed(numbered(4)), active: 1, estimateHeight: () => 2 * VIEWPORT });
      high.show({ ...placed(['new', 'newer', ...numbered(4)], {}), active: 3 });
      expect(high.scrollTop).toBe(3 * 2 * VIEWPORT);
    });

    it('nothing moves for other items while the keyboard is beside it, but with the cursor', () => {
      const list = new ShownList();
      list.show({ ...placed(all), active: 3 });
      list.isBeside = true;
      const later = [...all.map((row) => `new ${row}`), ...numbered(5)];
      list.show({ ...placed(later, {}), active: 5003 });
      expect(list.scrollTop).toBe(0);
      list.show({ ...placed(numbered(3000), {}), active: 2999 });
      expect(list.scrollTop).toBe(0);
      list.show({ active: 2000 });
      expect(list.scrollTop).toBe(2001 * ROW - VIEWPORT);
    });
  });

  it('brings the active row into view with other items, where it says nothing of positions', () => {
    const list = new ShownList();
    list.show({ items: numbered(5000), active: 3000 });
    list.scrollTo(0);
    list.show({ items: numbered(4000).slice(1000), active: 2000 });
    expect(list.scrollTop).toBe(2001 * ROW - VIEWPORT);
    list.scrollTo(0);
    // Another one, at the same position.
    list.show({ items: numbered(4000) });
    expect(list.scrollTop).toBe(2001 * ROW - VIEWPORT);
  });

  it.each([-1, 5000, 1e9])(
    'brings nothing into view for an active row that is none: %d',
    (active) => {
      const list = new ShownList();
      list.show({ items: numbered(5000), active });
      expect(list.scrollTop).toBe(0);
    },
  );

  it('lets the reader scroll away from a row once it has come into view', () => {
    const list = new ShownList();
    list.show({ items: numbered(5000), active: 3000 });
    list.scrollTo(0);
    list.show({ items: numbered(5000) });
    expect(list.scrollTop).toBe(0);
  });

  it('places rows by their measured heights', () => {
    const list = new ShownList(6, 0, (index) => ROW * (index + 1));
    list.show({ items: numbered(4) });
    expect(list.tops()).toEqual([0, 40, 120, 240]);
    expect(list.total).toBe(400);
  });

  it('scrolls by as much as rows above the reader turn out higher, and no more', () => {
    const controller = new ListController<string>();
    const source = {
      items: numbered(5000),
      keyOf: (item: string) => item,
      estimateHeight: () => ROW,
      renderRow: (item: string) => item,
    };
    controller.look({ offset: 100 * ROW, height: VIEWPORT, above: 0 });
    controller.draw(source, 3);
    const { rows } = controller.draw(source, 3);
    expect([...rows.keys()][0]).toBe(97);
    const higher = Array.from(rows.keys(), (index) => [index, ROW + 10] as const);
    expect(controller.measure(higher)).toEqual({ isOther: true, scrollBy: 30 });
    expect(controller.top(100)).toBe(100 * ROW + 30);
    expect(controller.measure(higher)).toEqual({ isOther: false, scrollBy: 0 });
  });
});

describe('a leap', () => {
  const controllerOf = (items: readonly string[]) => {
    const controller = new ListController<string>();
    const source = { keyOf: (item: string) => item, estimateHeight: () => ROW };
    const renderRow = (item: string) => item;
    controller.look({ offset: 0, height: VIEWPORT, above: 0 });
    const draw = (others = items) => {
      const { rows, isLeap } = controller.draw({ ...source, renderRow, items: others }, 3);
      return { rows: Array.from(rows.keys(), (index) => others[index]), isLeap };
    };
    return { controller, draw };
  };

  it('draws what is in sight first, and the rows beside it the next time', () => {
    const items = numbered(5000);
    const { controller, draw } = controllerOf(items);
    draw();
    draw();
    controller.look({ offset: 100_000, height: VIEWPORT, above: 0 });
    expect(draw()).toEqual({ rows: items.slice(2500, 2510), isLeap: true });
    expect(draw()).toEqual({ rows: items.slice(2497, 2513), isLeap: false });
  });

  it('is one where all rows are others, and none where some stay', () => {
    const items = numbered(5000);
    const { draw } = controllerOf(items);
    draw();
    expect(draw()).toEqual({ rows: items.slice(0, 13), isLeap: false });
    expect(draw(items.slice(5))).toEqual({ rows: items.slice(5, 18), isLeap: false });
    expect(draw(items.slice(1000))).toEqual({ rows: items.slice(1000, 1010), isLeap: true });
    expect(draw(items.slice(1000))).toEqual({ rows: items.slice(1000, 1013), isLeap: false });
  });

  it('is none in an empty list', () => {
    expect(controllerOf([]).draw()).toEqual({ rows: [], isLeap: false });
  });
});

it('makes a row’s content again only where rows or their drawing are others than before', () => {
  const items = numbered(5000);
  const controller = new ListController<string>();
  const keyOf = vi.fn((item: string) => item);
  const renderRow = (item: string) => item;
  const asked = () => keyOf.mock.calls.splice(0).map(([item]) => item);
  const draw = (source: Partial<RowSource<string>> = {}) =>
    controller.draw({ items, keyOf, renderRow, estimateHeight: () => ROW, ...source }, 0);
  controller.look({ offset: 0, height: VIEWPORT, above: 0 });
  draw();
  expect(asked()).toEqual(numbered(10));
  controller.look({ offset: 2 * ROW, height: VIEWPORT, above: 0 });
  draw();
  expect(asked()).toEqual(['row 10', 'row 11']);
  draw();
  expect(asked()).toEqual([]);
  draw({ items: [...items] });
  expect(asked()).toHaveLength(10);
  draw({ items, renderRow: (item) => `again ${item}` });
  expect(asked()).toHaveLength(10);
});
