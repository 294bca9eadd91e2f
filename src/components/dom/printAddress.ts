import {element} from "./dom.js";

const prepared = new WeakSet<Document>();

/** Lets the paper say where it came from: title, address and day are added while the page is being printed. */
export function printAddress(): void {
  const page = document.defaultView;
  if (!page || prepared.has(document)) return;
  prepared.add(document);
  let line: HTMLElement | undefined;
  page.addEventListener("beforeprint", () => {
    line?.remove();
    const day = new Intl.DateTimeFormat("da-DK", {dateStyle: "long"}).format(new Date());
    line = element("p", {class: "print-address"}, `${document.title} · ${document.location.href} · udskrevet ${day}`);
    (document.querySelector("#observablehq-main") ?? document.body).append(line);
  });
  page.addEventListener("afterprint", () => line?.remove());
}
