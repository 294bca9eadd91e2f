// Stands in every page: fetches the search when its box gets focus, and gives the box its shortcut.
// Ctrl K or ⌘K, and no letter alone: such a shortcut would fire when somebody dictates.
const box = document.querySelector<HTMLElement>("#observablehq-search")!;
const input = box.querySelector("input")!;
const toggle = document.querySelector<HTMLInputElement>("#observablehq-sidebar-toggle")!;
const mac = /Mac|iPhone|iPad/.test(navigator.platform);
let isFetched = false;

box.dataset.shortcut = mac ? "⌘K" : "Ctrl K";

input.addEventListener("focus", () => {
  if (isFetched) return;
  isFetched = true;
  import(new URL(box.dataset.module!, document.baseURI).href).catch(() => {
    isFetched = false;
    document.querySelector("#search-status")!.textContent = "Søgningen kunne ikke hentes; prøv igen";
  });
});

addEventListener("keydown", (event) => {
  const {code, ctrlKey, metaKey, altKey, shiftKey} = event;
  if (code !== "KeyK" || altKey || shiftKey || ctrlKey === mac || metaKey !== mac) return;
  // A hidden menu cannot take focus; once the focus is in it, it stays open.
  if (toggle.checked) input.focus();
  else toggle.click(), input.focus(), toggle.click();
  input.select();
  event.preventDefault();
});

// Framework remembers a menu that somebody opened. Once a page is chosen from it, the next page has the menu that its
// width gives: beside a wide page, and not over a narrow one.
box.closest("nav")!.addEventListener("click", ({target}) => {
  if (!toggle.checked || !(target as Element).closest("a")) return;
  toggle.checked = false;
  toggle.indeterminate = true;
  sessionStorage.removeItem("observablehq-sidebar");
});

export {};
