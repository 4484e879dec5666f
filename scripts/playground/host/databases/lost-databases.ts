// Databases that are lost under a running plugin. iOS closes the connections of an app in the background or short
// of memory; whoever keeps one then has «The database connection is closing» thrown by each transaction
// (reported at github.com/takezoh/obsidian-air-sync/pull/16). Sometimes the browser tells by a `close` event, as
// the IndexedDB specification has it for a forced closing, and sometimes it does not.

const connections = new Set<IDBDatabase>();

/** Remembers every connection that the page opens from here on. */
export function followDatabases(): void {
  const { open } = IDBFactory.prototype as { open: typeof IDBFactory.prototype.open };
  IDBFactory.prototype.open = function (this: IDBFactory, ...given): IDBOpenDBRequest {
    const request = open.apply(this, given);
    request.addEventListener('success', () => {
      const { result } = request;
      connections.add(result);
      result.addEventListener('close', () => connections.delete(result));
    });
    return request;
  };
}

/** Closes all connections, with a `close` event where `isTold`. Answers with how many. */
export function loseDatabases(isTold: boolean): number {
  const lost = [...connections];
  connections.clear();
  for (const connection of lost) {
    connection.close();
    if (isTold) connection.dispatchEvent(new Event('close'));
  }
  return lost.length;
}
