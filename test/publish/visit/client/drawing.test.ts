import {beforeEach, describe, expect, test} from "vitest";
import {bothWidths} from "../../../../publish/visit/client/bothWidths.js";
import {nameApart, shareShapes} from "../../../../publish/visit/client/shapes.js";
import {moveStyles, styleSheet} from "../../../../publish/visit/client/styles.js";
import {takeCells} from "../../../../publish/visit/client/takeCells.js";
import {openPage} from "../../../components/browser.js";

beforeEach(() => void openPage());

function fragment(html: string): DocumentFragment {
  return document.createRange().createContextualFragment(html);
}
function htmlOf(drawing: ParentNode): string {
  return Array.from(drawing.children, ({outerHTML}) => outerHTML).join("");
}

describe("two widths become one drawing", () => {
  const together = (desk: string, phone: string) => {
    const [wide, narrow] = [fragment(desk), fragment(phone)];
    bothWidths(wide, narrow);
    return htmlOf(wide);
  };

  test("what is alike stands in it once", () => {
    expect(together("<p>Ens</p>", "<p>Ens</p>")).toBe("<p>Ens</p>");
  });

  test("a picture that differs stands in it twice, its frame and sentence once", () => {
    expect(
      together(
        '<figure><p>Sætning.</p><div><svg width="800"></svg></div></figure>',
        '<figure><p>Sætning.</p><div><svg width="300"></svg></div></figure>'
      )
    ).toBe(
      '<figure><p>Sætning.</p><div><svg width="800" class="on-desk"></svg><svg width="300" class="on-phone"></svg></div></figure>'
    );
  });

  test("text that differs stands twice with the element around it", () => {
    expect(together("<p>Til højre</p>", "<p>Nedenfor</p>")).toBe(
      '<p class="on-desk">Til højre</p><p class="on-phone">Nedenfor</p>'
    );
  });

  test("so does what has more parts on the one than on the other", () => {
    expect(together("<div><b>1</b></div>", "<div><b>1</b><i>2</i></div>")).toBe(
      '<div class="on-desk"><b>1</b></div><div class="on-phone"><b>1</b><i>2</i></div>'
    );
  });
});

describe("styles become rules", () => {
  test("alike ones share a class, and elements of style become rules", () => {
    const rules = new Map<string, string>();
    const drawing = fragment(
      '<b style="color: red;">1</b><i class="x" style="color: red;">2</i><style>:where(.plot) {\n  display: block;\n}</style>'
    );
    moveStyles(drawing, rules);
    expect(htmlOf(drawing)).toBe('<b class="drawn-1">1</b><i class="x drawn-1">2</i>');
    expect(styleSheet(rules)).toBe(
      "#observablehq-main .drawn .drawn-1{color: red;}\n:where(.plot) { display: block; }"
    );
  });
});

describe("drawings of one page do not meet", () => {
  test("what a drawing calls by name is named apart, what lies outside is not", () => {
    const drawing = fragment(
      '<svg><clipPath id="clip"></clipPath><g clip-path="url(#clip)"><use href="#clip"></use></g><g fill="url(#other)"></g></svg>'
    );
    nameApart(drawing, "t1");
    expect(htmlOf(drawing)).toBe(
      '<svg><clipPath id="t1-0-clip"></clipPath><g clip-path="url(#t1-0-clip)"><use href="#t1-0-clip"></use></g><g fill="url(#other)"></g></svg>'
    );
  });

  test("an outline that two of them draw is drawn once", () => {
    const outline = `M0,0${"L1,2".repeat(20)}Z`;
    const drawings = [
      `<svg><path class="a" d="${outline}"></path></svg>`,
      `<svg><path d="${outline}"></path></svg>`
    ].map(fragment);
    expect(shareShapes(drawings)).toBe(
      `<svg id="drawn-shapes" width="0" height="0" aria-hidden="true"><defs><path id="form-1" d="${outline}"></path></defs></svg>`
    );
    expect(drawings.map(htmlOf)).toEqual([
      '<svg><use href="#form-1" class="a"></use></svg>',
      '<svg><use href="#form-1"></use></svg>'
    ]);
  });

  test("an outline of its own stays where it is", () => {
    expect(shareShapes([fragment(`<svg><path d="M0,0${"L1,2".repeat(20)}Z"></path></svg>`)])).toBe("");
  });
});

describe("what cells show is taken", () => {
  /** A page whose one cell shows some HTML, as Framework's client leaves it. */
  function showing(html: string): void {
    document.body.innerHTML = `<div>${html}<!--:0a1b2c3d:--></div>`;
    const root = document.body.firstChild!.lastChild as Comment & {_nodes?: Node[]};
    root._nodes = Array.from(root.parentNode!.childNodes).slice(0, -1);
  }
  const taken = () => Array.from(takeCells().values(), htmlOf);
  test("with what is chosen in it, and nothing to press", () => {
    showing('<form><select><option value="a">A</option><option value="b">B</option></select></form>');
    document.querySelector("select")!.value = "b";
    expect(taken()).toEqual([
      '<form inert=""><select><option value="a">A</option><option value="b" selected="">B</option></select></form>'
    ]);
  });

  test("with the table that a button opens", () => {
    showing(
      '<figure><div class="figure-buttons"><button aria-controls="x-tabel">Tabel</button></div><div id="x-tabel" hidden=""></div></figure>'
    );
    document.querySelector("button")!.onclick = () => {
      const panel = document.getElementById("x-tabel")!;
      panel.hidden = !panel.hidden;
      if (!panel.firstChild) panel.innerHTML = "<table></table>";
    };
    expect(taken()[0]).toContain('<div id="x-tabel" hidden=""><table></table></div>');
  });

  test("without marks that show only while an area is pointed at", () => {
    showing(
      '<svg><g class="linked-band"><rect data-area="0101"></rect></g><g class="linked-dot"><circle></circle></g></svg>'
    );
    expect(taken()).toEqual(['<svg><g class="linked-dot"><circle></circle></g></svg>']);
  });

  test("in tenths of a pixel, without what pointing tells, areas with their name alone", () => {
    showing(
      '<svg><g transform="translate(1.2345,2)" opacity="0.25"><title>Aarhus: 12 %</title></g><a data-area="0751" tabindex="-1" aria-label="Aarhus, 12 %"></a></svg>'
    );
    expect(taken()).toEqual([
      '<svg><g transform="translate(1.2,2)" opacity="0.25"></g><a aria-label="Aarhus"></a></svg>'
    ]);
  });

  test("but not what only this browser keeps", () => {
    showing('<div data-own="">Mappen</div>');
    expect(taken()).toEqual([]);
  });
});
