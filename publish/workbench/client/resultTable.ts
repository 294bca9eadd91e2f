import {element} from "../../../src/components/dom/dom.js";
import type {Answer} from "../bench.js";
import type {ResultColumn, Rows, View} from "../results.js";
import {ask} from "./ask.js";
import {isNumeric, valueText} from "../words.js";

const rowHeight = 26;
const pageSize = 200;
/** Browsers stop at some thirty million pixels; beyond this, one pixel of scrolling is more than one of rows. */
const mostHeight = 8_000_000;

/**
 * The rows of an answer, of which only those in sight are fetched and drawn: sorted by a click on a column's name, and
 * filtered in its head.
 * @param options.meaning what a column holds, where that is known
 * @param options.counted called with how many rows there are in sight of the filters
 */
export function resultTable(
  answer: Answer,
  {meaning, counted}: {meaning(column: string): string | undefined; counted(total: number): void}
): HTMLElement {
  const {columns, result} = answer;
  const hiding = columns.findIndex(({name}) => name === "status");
  let view: View = {};
  let total = answer.first.total;
  let pages = new Map<number, unknown[][] | Promise<void>>([[0, answer.first.rows]]);
  let generation = 0;

  const widths = columns.map((column, i) =>
    widthOf(
      column,
      answer.first.rows.slice(0, 60).map((row) => row[i])
    )
  );
  const heads = columns.map((column) => head(column));
  const above = element("tr", {class: "space", "aria-hidden": "true"}, element("td", {colspan: columns.length + 1}));
  const below = element("tr", {class: "space", "aria-hidden": "true"}, element("td", {colspan: columns.length + 1}));
  const body = element("tbody", {}, above, below);
  const table = element(
    "table",
    {"aria-rowcount": total, style: `width:${widths.reduce((sum, width) => sum + width, 56)}px`},
    element(
      "colgroup",
      {},
      element("col", {style: "width:56px"}),
      ...widths.map((width) => element("col", {style: `width:${width}px`}))
    ),
    element(
      "thead",
      {},
      element("tr", {}, element("th", {class: "place", scope: "col"}, "#"), ...heads.map(({cell}) => cell))
    ),
    body
  );
  const scroller = element("div", {class: "rows", tabindex: 0, role: "region", "aria-label": "Svarets rækker"}, table);
  scroller.addEventListener("scroll", () => requestAnimationFrame(draw), {passive: true});
  new ResizeObserver(() => draw()).observe(scroller);

  function head(column: ResultColumn) {
    const arrow = element("span", {class: "arrow", "aria-hidden": "true"});
    const button = element(
      "button",
      {type: "button", title: meaning(column.name) ?? `${column.name} (${column.type})`},
      column.name,
      arrow
    );
    const filter = element("input", {
      type: "search",
      "aria-label": `Filter på ${column.name}`,
      placeholder: isNumeric(column) ? ">5" : "filter",
      title: "En del af teksten, =værdi, >5, <=10 eller tom"
    });
    const cell = element("th", {scope: "col", class: isNumeric(column) ? "number" : null}, button, filter);
    button.addEventListener("click", () => {
      const {sort} = view;
      const isSame = sort?.column === column.name;
      const next = !isSame
        ? {column: column.name, descending: isNumeric(column)}
        : sort.descending === isNumeric(column)
          ? {...sort, descending: !sort.descending}
          : undefined;
      void look({...view, ...(next ? {sort: next} : {sort: undefined!})});
    });
    let waiting: ReturnType<typeof setTimeout>;
    filter.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void look({...view, filters: {...view.filters, [column.name]: filter.value}}), 150);
    });
    return {cell, arrow, column};
  }

  async function look(next: View): Promise<void> {
    view = next;
    generation++;
    for (const {cell, arrow, column} of heads) {
      const isSorted = view.sort?.column === column.name;
      arrow.textContent = isSorted ? (view.sort!.descending ? " ↓" : " ↑") : "";
      cell.setAttribute("aria-sort", isSorted ? (view.sort!.descending ? "descending" : "ascending") : "none");
    }
    pages = new Map();
    scroller.scrollTop = 0;
    await fetchPage(0);
    draw();
  }

  function fetchPage(page: number): Promise<void> {
    const asked = generation;
    const fetched = ask("window", {result, view, from: page * pageSize, count: pageSize}).then(
      ({rows, total: found}: Rows) => {
        if (asked !== generation) return;
        total = found;
        table.setAttribute("aria-rowcount", String(total));
        counted(total);
        pages.set(page, rows);
      },
      (error: Error) => {
        pages.delete(page);
        scroller.dataset.problem = error.message;
      }
    );
    pages.set(page, fetched);
    return fetched;
  }

  function draw(): void {
    const height = Math.min(total * rowHeight, mostHeight);
    const scale = total * rowHeight === 0 ? 1 : (total * rowHeight) / Math.max(height, 1);
    const inSight = Math.ceil((scroller.clientHeight || 400) / rowHeight) + 2;
    const most = Math.max(0, total - inSight + 2);
    const isAtEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1 && scroller.scrollTop > 0;
    const from = isAtEnd ? most : Math.min(most, Math.floor((scroller.scrollTop * scale) / rowHeight));
    const to = Math.min(total, from + inSight);
    const shown: HTMLElement[] = [];
    const missing = new Set<number>();
    for (let at = from; at < to; at++) {
      const page = pages.get(Math.floor(at / pageSize));
      if (!page) missing.add(Math.floor(at / pageSize));
      shown.push(rowOf(at, Array.isArray(page) ? page[at % pageSize] : undefined));
    }
    const top = Math.max(0, Math.min(scroller.scrollTop, height - shown.length * rowHeight));
    const offset = scale === 1 ? from * rowHeight : top;
    (above.firstChild as HTMLElement).style.height = `${offset}px`;
    (below.firstChild as HTMLElement).style.height = `${Math.max(0, height - offset - shown.length * rowHeight)}px`;
    body.replaceChildren(above, ...shown, below);
    if (missing.size > 0) void Promise.all([...missing].map(fetchPage)).then(() => requestAnimationFrame(draw));
  }

  function rowOf(at: number, values: unknown[] | undefined): HTMLElement {
    const status = hiding < 0 ? "" : String(values?.[hiding] ?? "");
    const isHidden = status.startsWith("hidden") || status === "incomplete";
    return element(
      "tr",
      {class: isHidden ? "hidden-row" : null, "aria-rowindex": at + 1, style: `height:${rowHeight}px`},
      element("td", {class: "place"}, (at + 1).toLocaleString("da-DK")),
      ...columns.map((column, i) => {
        const value = values?.[i];
        const isHiddenNumber = isHidden && value === null && isNumeric(column);
        const text = values ? (isHiddenNumber ? "skjult" : valueText(value)) : "…";
        const kind = [isNumeric(column) && "number", values && value === null && "empty"].filter(Boolean).join(" ");
        return element("td", {class: kind || null, title: text.length > 30 ? text : null}, text);
      })
    );
  }

  requestAnimationFrame(draw);
  counted(total);
  return scroller;
}

function widthOf(column: ResultColumn, values: readonly unknown[]): number {
  const longest = Math.max(column.name.length + 3, ...values.map((value) => valueText(value).length));
  return Math.min(320, Math.max(84, Math.ceil(longest * 7.6) + 24));
}
