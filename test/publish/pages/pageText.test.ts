import {expect, test} from "vitest";
import {readHtml} from "../../../publish/html.js";
import {addressOf, readPage} from "../../../publish/pages/pageText.js";

const html = (main: string, {head = "", title = "Variation | Rygatlas"} = {}) =>
  readHtml(
    `<html><head><title>${title}</title>${head}</head>
<body><nav>Menu</nav><main id="observablehq-main">${main}</main><footer>Bund</footer></body></html>`
  );

test("reads what the page says, and nothing around it", () => {
  const page = readPage(
    "audit/variation.html",
    html(`<h1 id="x"><a href="#x">Variation &amp; <em>tilfæld</em>ighed</a></h1>
<p>Kort.</p><p>Én søjle er én deltager, og søjlerne st&#229;r fra den laveste andel.</p>
<div class="observablehq observablehq--block"><!--:3f:--></div>
<pre><code>SELECT hemmeligt</code></pre><style>p {}</style>`)
  );
  expect(page).toMatchObject({
    title: "Variation",
    description: "Én søjle er én deltager, og søjlerne står fra den laveste andel.",
    headings: "Variation & tilfældighed",
    listed: true
  });
  expect(page.text).toBe(
    "Variation & tilfældighed Kort. Én søjle er én deltager, og søjlerne står fra den laveste andel."
  );
});

test("prefers the description of the front matter, and cuts a long paragraph between words", () => {
  const long = "Rygsmerter er hyppige. ".repeat(20);
  expect(
    readPage("a.html", html(`<p>${long}</p>`, {head: '<meta name="description" content="Kort &quot;sagt&quot;">'}))
      .description
  ).toBe('Kort "sagt"');
  const {description} = readPage("a.html", html(`<p>${long}</p>`));
  expect(description.length).toBeLessThanOrEqual(200);
  expect(description).toMatch(/(Rygsmerter|er|hyppige)…$/);
});

test("reads what figures are called, and the choices, from the page's script", () => {
  const head = `<script type="module">
choose("block", {value: "actions"}); choose("block"); choose("round");
figure({title: \`\${rows[0]?.block_da ?? "Svar"}: hvor ofte\`, note: "Et \\"svar\\"", sql: "SELECT title"});
</script>`;
  expect(readPage("a.html", html("", {head}))).toMatchObject({
    choices: ["block", "round"],
    figures: ' : hvor ofte · Et "svar"'
  });
});

test("recognises a page that is to be left out, and one without a title", () => {
  expect(readPage("404.html", html("", {head: '<meta name="robots" content="noindex">'})).listed).toBe(false);
  expect(readPage("a/b.html", html("<h1>Om b</h1>", {title: ""})).title).toBe("Om b");
});

test.each([
  ["index.html", ""],
  ["metode/index.html", "metode/"],
  ["audit/variation.html", "audit/variation"],
  ["kommune/min-index.html", "kommune/min-index"]
])("%s lies at /%s", (path, address) => expect(addressOf(path)).toBe(address));

test("figures with an id and a title of their own are places, and the cells' own ids are none", () => {
  const script = `define({id: "da458028", body: () => areaMap({title: "kort"})});
define({id: "e1", body: () => figure({
  id: "haandtering",
  level: 2,
  title: \`\${rows[0]?.block_da ?? "Svar"}: hvor ofte\`
})});`;
  const page = readPage(
    "a.html",
    readHtml(`<html><head><script type="module">${script}</script></head><body></body></html>`)
  );
  expect(page.places).toEqual([{id: "haandtering", words: " : hvor ofte", isOfChoice: true}]);
});
