/**
 * Collapses the matrix where, open, it would push the first question off the first screen, unless the reader has chosen.
 * It is measured open, before anything is painted: at first, and whenever the pane has another size or `content` is other.
 */
import { type RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { useDashboard } from '../actions/dashboard-context';
import { formOf } from '../model/matrix-collapse';

/** In pixels: a group's header and a question of two lines. */
const FIRST_QUESTION = 128;

export interface MatrixToggle {
  readonly isCollapsed: boolean;
  readonly toggle: () => void;
}

export function useMatrixCollapse(
  matrix: RefObject<HTMLElement>,
  scroller: HTMLElement,
  content: string,
): MatrixToggle {
  const { matrixCollapse } = useDashboard().actions;
  const [form, setForm] = useState(() => formOf(scroller.clientWidth));
  /** For which size and content it was measured, and what came of it. */
  const [measured, setMeasured] = useState({ of: '', isCramped: false });
  const [size, setSize] = useState(() => sizeOf(scroller));
  useLayoutEffect(() => {
    const win = scroller.ownerDocument.defaultView;
    if (!win) return undefined;
    const observer = new win.ResizeObserver(() => {
      setSize(sizeOf(scroller));
      setForm(formOf(scroller.clientWidth));
    });
    observer.observe(scroller);
    return () => observer.disconnect();
  }, []);
  const of = `${size} ${content}`;
  useLayoutEffect(() => {
    // Behind it stands the bar with the search, and then the list.
    const bar = matrix.current?.nextElementSibling?.getBoundingClientRect();
    const page = matrix.current?.parentElement?.getBoundingClientRect();
    if (measured.of === of || !bar || !page) return;
    const begin = bar.bottom - page.top;
    setMeasured({ of, isCramped: begin + FIRST_QUESTION > scroller.clientHeight });
  }, [of, measured.of]);
  const isCollapsed = matrixCollapse.chosen(form) ?? (measured.of === of && measured.isCramped);
  return { isCollapsed, toggle: () => matrixCollapse.choose(form, !isCollapsed) };
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): string {
  return `${clientWidth} ${clientHeight}`;
}
