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

export {};
