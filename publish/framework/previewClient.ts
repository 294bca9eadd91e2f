// Rests on Framework 1.13.4: a page of the preview hears of its changes from the socket at `/_observablehq`, which it
// opens anew when it is closed; a cell in error is an element of the class below before the comment with the cell's id.

/** Where the cells of a page stand in its file. */
export interface Places {
  file: string;
  /** The line of each cell's first, from 1, by the cell's id. */
  lines: Record<string, number>;
}

/** The id of the element that holds them. */
export const placesElement = "rygatlas-places";

/** Where the preview says which load its tables are of. */
export const dataAddress = "/_preview/data";

/** `src/audit/x.md, linje 31: …`. */
export function placed({file, at}: {file: string; at: number | string}, sentence: string): string {
  return `${file}, linje ${at}: ${sentence}`;
}

/** What browsers and Framework say most often of a script, in Danish; `$1` is what they name. */
const sentences: [said: RegExp, danish: string][] = [
  [/^(\S+) is not defined$/, "Intet hedder $1: ingen celle på siden giver det, og det er ikke importeret."],
  [/^(\S+) is defined more than once$/, "Flere celler giver $1; giv dem hver sit navn."],
  [/^circular definition/, "Cellen afhænger af sig selv gennem andre celler."],
  [
    /^Cannot read properties of (?:undefined|null) \(reading '(.*)'\)$/,
    "Der er intet at læse $1 af, såsom den første række af et svar uden rækker."
  ],
  [/^Cannot destructure property '(.*?)' of .* as it is (?:undefined|null)/, "Der er intet at læse $1 af."],
  [/^(.*) is not a function/, "$1 er ikke en funktion."],
  [/^(.*) is not iterable/, "$1 er ikke en liste."],
  [
    /^(?:Failed to fetch|error loading) dynamically imported module: .*?\/_import\/([^?]*)/,
    "Modulet »$1« kan ikke læses; er stien i import rigtig?"
  ]
];

/** An error of a cell as an author reads it. What is already a sentence of ours stays, and what is rare is quoted. */
export function scriptWords(error: string): string {
  const [, kind, said] = /^(?:(\w*Error): )?([\s\S]*)$/.exec(error.trim())!;
  const text = said!.replace(/ \(\d+:\d+\)$/, "");
  if (kind === "SyntaxError") return `JavaScript kan ikke læses her (${text}).`;
  for (const [pattern, danish] of sentences) {
    const found = pattern.exec(text);
    if (found) return danish.replace("$1", found[1] ?? "");
  }
  return kind === undefined || kind === "Error" ? text : `Cellen gik galt: ${text}`;
}

/**
 * Follows a page of the preview: where its errors are, and whether it still hears from the preview and its data.
 * @param loaded which load the tables were of when the page was opened
 */
export function followPreview(loaded: string): void {
  new MutationObserver((changes) => {
    for (const {addedNodes} of changes) for (const node of addedNodes) if (node instanceof Element) placeErrors(node);
  }).observe(document, {childList: true, subtree: true});

  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      if (new URL(address, location.href).pathname !== "/_observablehq") return;
      this.addEventListener("open", () => bar("gone"));
      this.addEventListener("close", () =>
        bar(
          "gone",
          "Forbindelsen til forhåndsvisningen er væk: siden viser det sidste, den fik. Start npm run dev igen."
        )
      );
    }
  };

  setInterval(async () => {
    const response = await fetch(dataAddress).catch(() => undefined);
    if (!response?.ok) return;
    const now = await response.text();
    bar(
      "stale",
      now !== loaded ? "Data er indlæst på ny, siden siden blev åbnet: den viser gamle tal." : undefined,
      reload()
    );
  }, 2000);
}

function placeErrors(added: Element): void {
  const errors = [added, ...added.querySelectorAll(".observablehq--error")];
  for (const error of errors.filter((one) => one.matches(".observablehq.observablehq--error"))) {
    const id = idAfter(error);
    const sentence = scriptWords(error.textContent ?? "");
    const {file, lines} = places();
    const at = id === undefined ? undefined : lines[id];
    error.textContent = at === undefined ? sentence : placed({file, at}, sentence);
    error.setAttribute("role", "status");
  }
}

function places(): Places {
  const text = document.getElementById(placesElement)?.textContent;
  return text ? (JSON.parse(text) as Places) : {file: "", lines: {}};
}

function idAfter(node: Node): string | undefined {
  for (let next = node.nextSibling; next; next = next.nextSibling)
    if (next.nodeType === Node.COMMENT_NODE) return /^:(.*):$/.exec(next.nodeValue ?? "")?.[1];
  return undefined;
}

/** Says something at the top of the page for as long as it is so. */
function bar(id: string, sentence?: string, ...beside: Node[]): void {
  const own = `rygatlas-${id}`;
  const shown = document.getElementById(own);
  // What is said already is not said again.
  if (shown && sentence !== undefined) return;
  shown?.remove();
  if (sentence === undefined) return;
  const element = document.createElement("div");
  element.id = own;
  element.setAttribute("role", "alert");
  element.style.cssText =
    "position:sticky;top:0;z-index:100;padding:0.6rem 1rem;background:#8a1c1c;color:#fff;font:15px/1.4 system-ui,sans-serif";
  element.append(sentence, ...beside);
  document.body?.prepend(element);
}

function reload(): Node {
  const button = document.createElement("button");
  button.type = "button";
  button.style.cssText = "margin-left:1rem;font:inherit";
  button.textContent = "Vis de nye";
  button.addEventListener("click", () => location.reload());
  return button;
}
