import {element} from "./dom.js";

/**
 * Says a sentence to those who listen, once. The place it stands in is never replaced: of a live region that comes with
 * its text a screen reader says nothing.
 */
export function announce(sentence: string): void {
  const place = document.querySelector(".announced") ?? element("div", {class: "announced", "aria-live": "polite"});
  if (!place.isConnected) document.body.append(place);
  setTimeout(() => {
    if (place.textContent !== sentence) place.textContent = sentence;
  }, 100);
}
