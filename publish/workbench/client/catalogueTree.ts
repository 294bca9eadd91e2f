import {element} from "../../../src/components/dom/dom.js";
import type {Offered, OfferedTable} from "../bench.js";
import type {Profile} from "../profile.js";
import {ask} from "./ask.js";
import type {Knowledge} from "../knowledge.js";
import {counted, typeText, valueText} from "../words.js";

const notes: Record<Offered["groups"][number]["schema"], string> = {
  main: "læsere får dem",
  before: "må ikke ud",
  people: "må ikke ud"
};

/**
 * What there is to ask, in three groups. A click on a column shows what it holds.
 * @param insert puts a name into the query that is being written
 */
export function catalogueTree(knowledge: Knowledge, insert: (name: string) => void): HTMLElement {
  const search = element("input", {
    type: "search",
    placeholder: "Søg tabel eller kolonne",
    "aria-label": "Søg tabel eller kolonne"
  });
  const groups = knowledge.groups.map(({schema, label, tables}) => {
    const items = tables.map((table) => tableItem(table, knowledge, insert));
    const group = element(
      "details",
      {class: `group ${schema}`, open: true},
      element("summary", {}, element("b", {}, label), element("small", {}, `${tables.length} · ${notes[schema]}`)),
      ...items.map(({dom}) => dom)
    );
    return {group, items};
  });
  search.addEventListener("input", () => {
    const word = search.value.trim().toLowerCase();
    for (const {group, items} of groups) {
      for (const {dom, table} of items) {
        const own = `${table.name} ${table.title}`.toLowerCase().includes(word);
        const columns = table.columns.some((column) => `${column.name} ${column.meaning}`.toLowerCase().includes(word));
        dom.hidden = word !== "" && !own && !columns;
      }
      group.hidden = items.every(({dom}) => dom.hidden);
    }
  });
  return element("nav", {class: "catalogue", "aria-label": "Tabeller"}, search, ...groups.map(({group}) => group));
}

function tableItem(table: OfferedTable, knowledge: Knowledge, insert: (name: string) => void) {
  const bare = table.name.split(".").at(-1)!;
  const name = element("span", {class: "name"}, bare);
  const use = element(
    "button",
    {type: "button", class: "use", title: `Skriv ${table.name} i cellen`, "aria-label": `Skriv ${table.name} i cellen`},
    "+"
  );
  use.addEventListener("click", (event) => {
    event.preventDefault();
    insert(table.name);
  });
  const dom = element(
    "details",
    {class: "table", "data-name": table.name},
    element("summary", {title: table.title}, name, use)
  );
  let filled = false;
  dom.addEventListener("toggle", () => {
    if (filled || !dom.open) return;
    filled = true;
    dom.append(
      element("p", {class: "title"}, table.title),
      element("ul", {}, ...table.columns.map((column) => columnItem(table, column, knowledge, insert)))
    );
  });
  return {dom, table};
}

function columnItem(
  table: OfferedTable,
  column: OfferedTable["columns"][number],
  knowledge: Knowledge,
  insert: (name: string) => void
): HTMLElement {
  const {name, meaning, unit, type} = column;
  const kind = [typeText(type), unit].filter(Boolean).join(", ");
  const button = element(
    "button",
    {type: "button", class: "column", "aria-expanded": "false", title: meaning || name},
    element("span", {class: "name"}, name),
    element("span", {class: "kind"}, kind),
    meaning ? element("span", {class: "what"}, meaning) : null
  );
  const item = element("li", {}, button);
  button.addEventListener("click", async () => {
    const open = item.querySelector(".profile");
    button.setAttribute("aria-expanded", String(!open));
    if (open) return open.remove();
    const box = element("div", {class: "profile"}, "Tæller …");
    item.append(box);
    try {
      const [profile, values] = await Promise.all([
        ask("profile", {table: table.name, column: name}),
        knowledge.valuesOf(table.name, name)
      ]);
      box.replaceChildren(...profileParts(profile, values, type));
      const use = element("button", {type: "button", class: "use-column"}, "Skriv i cellen");
      use.addEventListener("click", () => insert(/^[a-z_]\w*$/i.test(name) ? name : `"${name}"`));
      box.append(use);
    } catch (error) {
      box.textContent = (error as Error).message;
    }
  });
  return item;
}

function profileParts(
  {rows, empty, hidden, distinct, least, middle, most, steps}: Profile,
  values: readonly {value: string; n: number; meaning?: string}[],
  type: string
): HTMLElement[] {
  const share = (n: number) =>
    rows === 0 ? "" : ` (${((100 * n) / rows).toLocaleString("da-DK", {maximumFractionDigits: 1})} %)`;
  const facts = [
    counted(rows, "række", "rækker"),
    `${counted(empty, "tom", "tomme")}${share(empty)}`,
    ...(hidden === undefined ? [] : [`${counted(hidden, "skjult", "skjulte")}${share(hidden)}`]),
    counted(distinct, "værdi", "forskellige værdier")
  ];
  const ends = type !== "VARCHAR" && type !== "BOOLEAN" && least !== null;
  const text = (value: string) =>
    /^-?\d+(\.\d+)?$/.test(value) && type !== "VARCHAR" ? valueText(Number(value)) : value;
  const bars =
    steps.length > 0
      ? steps.map(({from, n}) => ({value: text(from), n, meaning: undefined as string | undefined}))
      : values;
  const highest = Math.max(1, ...bars.map(({n}) => n));
  return [
    element("p", {}, facts.join(" · ")),
    ...(ends
      ? [
          element(
            "p",
            {},
            `${text(least!)} til ${text(most!)}${middle === null ? "" : `, median ${valueText(middle)}`}`
          )
        ]
      : []),
    steps.length > 0
      ? element(
          "div",
          {class: "histogram", role: "img", "aria-label": `Fordeling fra ${text(least!)} til ${text(most!)}`},
          ...bars.map(({value, n}) =>
            element("i", {style: `height:${Math.max(1, (40 * n) / highest)}px`, title: `fra ${value}: ${valueText(n)}`})
          )
        )
      : element(
          "ol",
          {},
          ...bars
            .slice(0, 12)
            .map(({value, n, meaning}) =>
              element(
                "li",
                {title: meaning ?? null},
                element("span", {class: "bar", style: `width:${(100 * n) / highest}%`}),
                element(
                  "span",
                  {class: "value"},
                  meaning && meaning.toLowerCase() !== value ? `${value} · ${meaning}` : value
                ),
                element("span", {class: "n"}, valueText(n))
              )
            )
        )
  ];
}
