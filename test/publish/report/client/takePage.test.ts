import {beforeEach, expect, test} from "vitest";
import {takePage} from "../../../../publish/report/client/takePage.js";
import {openPage} from "../../../components/browser.js";

beforeEach(() => {
  openPage();
  Object.assign(globalThis, {CSS: {escape: (text: string) => text}});
  document.querySelector("main")!.innerHTML = `<h1 id="x"><a href="#x">Læsø Kommune</a></h1>
    <p>Se <a href="./">alle områder</a>.</p>
    <details><summary>Kilder</summary><p>En bog.</p></details>
    <div class="observablehq observablehq--block"><!--:a:--></div>
    <div class="choices"><select></select></div>
    <h2 id="kort">Kort</h2>
    <figure class="figure" id="danmarkskort" aria-labelledby="danmarkskort-titel"><h3 id="danmarkskort-titel">Kort</h3>
      <svg><clipPath id="c"></clipPath><g><path class="map-area" data-area="0825" clip-path="url(#c)"></path>
        <path class="map-area" data-area="0101"></path></g></svg>
      <div class="figure-tools"><button>CSV</button></div></figure>
    <h2 id="ga-videre">Gå videre</h2><ul><li><a href="./andet">Andet</a></li></ul>
    <h2 id="tom">Kun på skærmen</h2><button>Tryk</button>`;
});

const taken = (options: Partial<Parameters<typeof takePage>[0]> = {}) => {
  const page = takePage({prefix: "d1-", ...options});
  const body = document.createElement("div");
  body.innerHTML = page.body;
  return {...page, body};
};

test("what a screen alone can use, and what is empty, stays there", () => {
  const {title, body} = taken({without: ["ga-videre"]});
  expect(title).toBe("Læsø Kommune");
  expect(Array.from(body.querySelectorAll("h1, h2"), (heading) => heading.textContent)).toEqual(["Kort"]);
  expect(body.querySelector("a, button, select, .figure-tools, .choices, .observablehq--block")).toBeNull();
  expect(body.querySelector("p")!.textContent).toBe("Se alle områder.");
  expect(body.querySelector("details")!.open).toBe(true);
});

test("only the figures asked for are taken", () => {
  for (const without of [[], ["kort"]]) {
    expect(Array.from(taken({figures: ["danmarkskort", "tragtplot"], without}).body.children, ({id}) => id)).toEqual([
      "d1-danmarkskort"
    ]);
  }
});

test("ids are the page's own, and drawings still find theirs", () => {
  const {body} = taken();
  expect(body.querySelector("clipPath")!.id).toBe("d1-c");
  expect(body.querySelector("[clip-path]")!.getAttribute("clip-path")).toBe("url(#d1-c)");
});

test("the area is marked, and drawn above its neighbours; the page itself is left as it was", () => {
  const {body} = taken({area: "0825"});
  const areas = Array.from(body.querySelectorAll<SVGElement>("[data-area]"));
  expect(areas.map((area) => [area.getAttribute("data-area"), area.style.getPropertyValue("--linked")])).toEqual([
    ["0101", ""],
    ["0825", "1"]
  ]);
  expect(document.querySelectorAll("[style], [id^=d1]")).toHaveLength(0);
});

test("what a page could not show is reported", () => {
  document
    .querySelector("main")!
    .insertAdjacentHTML("beforeend", `<div class="observablehq--error">TypeError: x</div>`);
  expect(taken().errors).toEqual(["TypeError: x"]);
});
