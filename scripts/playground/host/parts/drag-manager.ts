// `app.dragManager`, which is not documented: what is being dragged inside the app. Plugins start a drag of a file with
// it, which an editor that it is dropped on takes as a link. Nothing of the host itself can be dragged. Its members
// are read off plugins that use them.
import type { TFile } from '../vault/abstract-file.ts';

interface Dragged {
  readonly type: string;
  readonly title?: string;
  readonly icon?: string;
  readonly file?: TFile;
}

export class DragManager {
  draggable: Dragged | null = null;

  dragFile(event: DragEvent, file: TFile): Dragged {
    event.dataTransfer?.setData('text/plain', `[[${file.basename}]]`);
    return { type: 'file', title: file.basename, icon: 'file', file };
  }

  onDragStart(event: DragEvent, dragged: Dragged): void {
    this.draggable = dragged;
    const target = event.targetNode;
    target?.addEventListener('dragend', () => (this.draggable = null), { once: true });
  }

  updateHover(): void {
    // The host shows nothing where something is dragged over.
  }

  setAction(): void {
    // Nor does it say what a drop would do.
  }
}
