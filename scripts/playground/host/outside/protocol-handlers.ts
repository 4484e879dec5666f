// `registerObsidianProtocolHandler` (since 0.11.0): `obsidian://<action>?<parameters>`, decoded, a parameter without a
// value being 'true'. Here such an address is followed where a link to it is clicked on the page, or where it is
// typed at the page's foot; any other page can do as much in Obsidian. `vault=` is the app's own and is dropped.
import type { ObsidianProtocolData, ObsidianProtocolHandler } from 'obsidian';

const SCHEME = 'obsidian:';

function dataOf(address: URL): ObsidianProtocolData {
  const data: ObsidianProtocolData = { action: address.hostname };
  for (const [name, value] of address.searchParams) {
    if (name !== 'vault') data[name] = value === '' ? 'true' : value;
  }
  return data;
}

export class ProtocolHandlers {
  readonly #handlers = new Map<string, ObsidianProtocolHandler>();

  /** Answers with what takes the handler back. */
  register(action: string, handler: ObsidianProtocolHandler): () => void {
    this.#handlers.set(action, handler);
    return () => {
      if (this.#handlers.get(action) === handler) this.#handlers.delete(action);
    };
  }

  /** Follows an address. Answers whether somebody was there to take it. */
  open(address: string): boolean {
    if (!URL.canParse(address)) return false;
    const url = new URL(address);
    const handler = url.protocol === SCHEME ? this.#handlers.get(url.hostname) : undefined;
    if (!handler) return false;
    const result: unknown = handler(dataOf(url));
    if (result instanceof Promise) result.catch(reportError);
    return true;
  }

  /** Follows the links of a window. */
  listenIn(doc: Document, onUnknown: (address: string) => void): void {
    doc.addEventListener('click', (event) => {
      const target = event.targetNode;
      const element = target?.instanceOf(Element) ? target : target?.parentElement;
      const href = element?.closest('a')?.getAttribute('href') ?? '';
      if (!href.startsWith(SCHEME)) return;
      event.preventDefault();
      if (!this.open(href)) onUnknown(href);
    });
  }
}
