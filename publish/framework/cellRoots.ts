// Rests on Framework 1.13.4: a cell shows itself before a comment with its id, which the page's script gives `_nodes`,
// what it shows, and `_error`, whether that is an error.
// Runs in the browser.

/** The place at which a cell shows itself. */
export interface CellRoot {
  id: string;
  /** What it shows. */
  nodes: readonly Node[];
  failed: boolean;
}

/** The places of all cells of a page that has run, in its order. */
export function cellRoots(within: Node): CellRoot[] {
  const found: CellRoot[] = [];
  const comments = document.createNodeIterator(within, NodeFilter.SHOW_COMMENT);
  for (let node = comments.nextNode(); node; node = comments.nextNode()) {
    const root = node as Comment & {_nodes?: Node[]; _error?: boolean};
    const id = /^:([0-9a-f]{8}(?:-\d+)?):$/.exec(root.data)?.[1];
    if (id) found.push({id, nodes: root._nodes ?? [], failed: root._error ?? false});
  }
  return found;
}
