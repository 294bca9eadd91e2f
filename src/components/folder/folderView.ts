import {element} from "../dom/dom.js";
import {download} from "../dom/download.js";
import {folderFile, heading, readPicture, sourceOf} from "./folderFile.js";
import type {FolderItem} from "./folderItem.js";
import {siteRoot} from "../dom/siteRoot.js";
import {readMeeting, writeMeeting} from "./meeting.js";
import {meetingForm} from "./meetingForm.js";
import {folderHash, readFolderHash, readMeetingHash} from "./folderLink.js";
import {moved, readFolder, writeFolder} from "./folderStore.js";
import {fetchShared} from "./sharedFigures.js";

/** The meeting folder: its figures in order, a note to each, and ways to share, save and print it. */
export function folderView(): HTMLElement {
  const status = element("p", {role: "status", class: "folder-status"});
  const list = element("div", {class: "folder"});
  const say = (text: string) => (status.textContent = text);

  const change: Change = (items, at = 0, action) => {
    writeFolder(items);
    draw();
    focusOn(list, Math.min(at, items.length - 1), action);
  };
  const draw = () => {
    const items = readFolder();
    list.replaceChildren(
      ...(items.length > 0
        ? [meetingForm(items), tools(), ...items.map((item, i) => entry(item, i, items, change))]
        : [empty()])
    );
  };
  const tools = () =>
    element(
      "div",
      {class: "figure-buttons", role: "group", "aria-label": "Mappen"},
      button(
        "Kopiér link",
        async () => {
          await navigator.clipboard.writeText(
            new URL(folderHash(readFolder(), readMeeting()), document.location.href).href
          );
          say(
            "Linket er kopieret. Det viser, hvad webstedet viser, når det åbnes, med dagsordenens titel, dato og formål og dine noter; beslutninger følger ikke med."
          );
        },
        () => say("Browseren lader ikke siden kopiere; brug »Gem som fil« i stedet.")
      ),
      button("Gem som fil", () => {
        const day = new Intl.DateTimeFormat("da-DK", {dateStyle: "long"}).format(new Date());
        download(
          new Blob([folderFile(readFolder(), {site: siteRoot().href, day, meeting: readMeeting()})], {
            type: "text/html;charset=utf-8"
          }),
          "moedemappe.html"
        );
        say("Filen kan åbnes uden net.");
      }),
      button("Udskriv", () => window.print()),
      button("Tøm mappen", () => {
        if (window.confirm("Skal alle figurer og noter ud af mappen?")) change([]);
      })
    );

  draw();
  const shared = readFolderHash(document.location.hash, siteRoot());
  const meeting = readMeetingHash(document.location.hash);
  if (meeting) writeMeeting(meeting);
  if (shared.length > 0) {
    say(`Henter ${shared.length} figurer fra det delte link …`);
    void fetchShared(shared, (done) => {
      draw();
      say(`${done} af ${shared.length} figurer er hentet.`);
    }).then((missing) => {
      history.replaceState(history.state, "", document.location.pathname);
      draw();
      say(
        missing.length === 0
          ? "Den delte mappe er hentet."
          : `${missing.length} af de delte figurer findes ikke på webstedet mere.`
      );
    });
  }
  // What this browser keeps is nothing that a build can draw beforehand.
  return element("div", {"data-own": true}, status, list);
}

/** Keeps a new folder and draws it; the keyboard's focus goes to a button of the figure at a place. */
type Change = (items: FolderItem[], at?: number, action?: string) => void;

/**
 * What is drawn anew loses the focus: it goes to the same button, to the figure's other way, or to an empty folder's
 * words.
 */
function focusOn(list: HTMLElement, at: number, action = ""): void {
  const buttons = Array.from(list.querySelectorAll(".folder-item")[at]?.querySelectorAll("button") ?? []);
  const free = buttons.filter((one) => !one.disabled);
  (free.find((one) => one.textContent === action) ?? free[0] ?? list.querySelector("p"))?.focus();
}

function empty(): HTMLElement {
  return element(
    "p",
    {tabindex: -1},
    "Mappen er tom. Tryk »Tilføj til mødemappe« under en figur for at lægge den her."
  );
}

function entry(item: FolderItem, at: number, items: FolderItem[], change: Change): HTMLElement {
  const note = ownWords(item, at, "note", `Note til ${item.title}`, "Skriv en note til mødet");
  const decision = ownWords(item, at, "decision", `Beslutning om ${item.title}`, "Beslutning: hvad, hvem og hvornår");
  const named = (label: string, action: () => void) => {
    const node = button(label, action);
    node.setAttribute("aria-label", `${label}: ${item.title}`);
    return node;
  };
  const move = (label: string, by: -1 | 1) => {
    const node = named(label, () => change(moved(readFolder(), at, by), at + by, label));
    node.toggleAttribute("disabled", at + by < 0 || at + by >= items.length);
    return node;
  };
  const picture = item.picture
    ? element("div", {class: "folder-picture", role: "img", "aria-label": item.sentence})
    : null;
  picture?.append(document.importNode(readPicture(item.picture!), true));
  return element(
    "section",
    {class: "folder-item"},
    element("h2", {}, heading(item, at + 1)),
    item.question
      ? element("p", {class: "folder-question"}, element("strong", {}, "Til drøftelse: "), item.question)
      : null,
    ...note,
    picture ?? tableOf(item),
    ...decision,
    element(
      "p",
      {class: "figure-source"},
      sourceOf(item),
      " ",
      element("a", {href: `${item.address}#${item.figure}`}, "Se figuren på dens side")
    ),
    element(
      "div",
      {class: "figure-buttons", role: "group", "aria-label": `Figur ${at + 1}`},
      move("Op", -1),
      move("Ned", 1),
      named("Fjern", () =>
        change(
          readFolder().filter((_, i) => i !== at),
          at,
          "Fjern"
        )
      )
    )
  );
}

/** A field for the reader's own words about a figure, and the same on paper, where a decision has room left for it. */
function ownWords(
  item: FolderItem,
  at: number,
  name: "note" | "decision",
  label: string,
  placeholder: string
): HTMLElement[] {
  const field = element("textarea", {rows: 2, "aria-label": label, placeholder});
  field.value = item[name] ?? "";
  const printed = element("p", {class: `folder-${name}`}, field.value);
  field.addEventListener("input", () => {
    printed.textContent = field.value;
    writeFolder(readFolder().map((one, i) => (i === at ? {...one, [name]: field.value} : one)));
  });
  return [field, printed];
}

function tableOf({title, sentence, table}: FolderItem): HTMLElement {
  const line = (kind: "th" | "td", cells: string[]) =>
    element("tr", {}, ...cells.map((cell) => element(kind, kind === "th" ? {scope: "col"} : {}, cell)));
  return element(
    "div",
    {class: "table-scroll", role: "region", tabindex: 0, "aria-label": `Tabel: ${title}`},
    element(
      "table",
      {class: "data-table"},
      element("caption", {}, sentence),
      element("thead", {}, line("th", table.headings)),
      element("tbody", {}, ...table.rows.map((row) => line("td", row)))
    )
  );
}

function button(
  label: string,
  action: () => unknown,
  failed: (error: unknown) => void = console.error
): HTMLButtonElement {
  const node = element("button", {type: "button"}, label);
  node.addEventListener("click", async () => {
    try {
      await action();
    } catch (error) {
      failed(error);
    }
  });
  return node;
}
