import {expect, test} from "vitest";
import {drawStripes} from "../../../../publish/report/client/stripes.js";
import {openPage} from "../../../components/browser.js";

test("a striped shape becomes its ground and lines within its outline", () => {
  openPage();
  document.body.innerHTML = `<svg><defs><pattern id="p" width="5" height="5"><rect width="5" height="5" fill="white"
    ></rect><rect width="1.4" height="5" fill="currentColor" fill-opacity="0.6"></rect></pattern></defs>
    <path id="laesoe" d="M0,0H10V10Z" fill="url(#p)"></path><path d="M0,0H10V10Z" fill="red"></path></svg>`;
  Object.assign(document.querySelector("#laesoe")!, {getBBox: () => ({x: 0, y: 0, width: 10, height: 10})});
  drawStripes(document.body);

  const [shape, clip, lines] = Array.from(document.querySelectorAll("#laesoe, #laesoe ~ *"));
  expect(shape!.getAttribute("fill")).toBe("white");
  expect(lines!.getAttribute("clip-path")).toBe(`url(#${clip!.id})`);
  expect(clip!.firstElementChild!.getAttribute("d")).toBe("M0,0H10V10Z");
  // A line every 5 across the stripes: 10√2 / 5 is between 2 and 3, and one on either edge.
  expect(lines!.getAttribute("d")!.match(/M/g)).toHaveLength(4);
  expect(Array.from(document.querySelectorAll("svg [fill]"), (node) => node.getAttribute("fill"))).not.toContain(
    "url(#p)"
  );
});
