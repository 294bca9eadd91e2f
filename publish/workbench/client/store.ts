import type {Chart} from "../chartCode.js";

/** A cell of the notebook. */
export interface BenchCell {
  /** Its name, by which other cells read it; may be empty. */
  id: string;
  query: string;
  chart?: Chart;
}

/** The notebook as it is kept between visits: questions alone, never what they answered. */
export interface Notebook {
  cells: BenchCell[];
  chosen: Record<string, string>;
}

const place = "rygatlas-bench-notebook";

const first: Notebook = {
  cells: [
    {
      id: "svar",
      query:
        "SELECT profession, percent, low, high, n, status\nFROM audit_answers\nWHERE question_id = 'characteristics' AND answer_id = 'poor_sleep'\n  AND consultation = 'all' AND patient_group = 'all'\nORDER BY percent DESC"
    }
  ],
  chosen: {}
};

/** The notebook of the last visit, with a cell that the address asks for: `#sql=…&name=…`. */
export function readNotebook(): Notebook {
  const notebook = kept() ?? first;
  const asked = new URLSearchParams(location.hash.slice(1));
  const query = asked.get("sql");
  if (query === null) return notebook;
  history.replaceState(null, "", location.pathname);
  const id = asked.get("name") ?? "";
  const others = notebook.cells.filter((cell) => cell.id !== id || id === "");
  return {...notebook, cells: [...others, {id, query}]};
}

export function keepNotebook(notebook: Notebook): void {
  localStorage.setItem(place, JSON.stringify(notebook));
}

function kept(): Notebook | undefined {
  try {
    const notebook = JSON.parse(localStorage.getItem(place) ?? "") as Notebook;
    return notebook.cells.length > 0 ? notebook : undefined;
  } catch {
    return undefined;
  }
}
