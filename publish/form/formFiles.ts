import {createHash} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import MarkdownIt from "markdown-it";
import {readCodebook} from "../../data-loaders/ground/codebook.js";
import type {Settings} from "../../data-loaders/ground/settings.js";
import {codebookSeal} from "../../data-loaders/ground/codebookSeal.js";
import {icon} from "../web/icon.js";
import {formPage} from "./formPage.js";

/** Where the forms lie on the site. */
export const formFolder = "skema";

const client = fileURLToPath(new URL("client", import.meta.url));

/**
 * The forms of the code book, one a profession, with everything they need to be installed and used without a network:
 * by their paths on the site. The same code book, settings and code give the same bytes.
 */
export async function formFiles(settings: Settings): Promise<Map<string, Buffer>> {
  const codebook = readCodebook(settings.codebook);
  const seal = codebookSeal(settings.codebook);
  const scripts = await bundle("form.ts");
  const style = readFileSync(join(client, "form.css"));
  const styleFile = `skema.${hashOf(style)}.css`;
  const guide = readGuide(join(settings.codebook, "guide.md"));
  const files = new Map<string, Buffer>([...scripts, [styleFile, style], ["ikon.svg", Buffer.from(icon)]]);
  const script = [...scripts.keys()].find((name) => name.startsWith("form-"))!;
  for (const profession of codebook.professions) {
    const page = formPage({codebook, seal, profession, guide, key: settings.auditKey, script, style: styleFile});
    files.set(`${profession.id}.html`, Buffer.from(page));
    files.set(
      `${profession.id}.webmanifest`,
      Buffer.from(
        JSON.stringify({
          name: `${codebook.title}: ${profession.label}`,
          short_name: codebook.title,
          lang: "da",
          start_url: profession.id,
          scope: "./",
          display: "standalone",
          background_color: "#ffffff",
          theme_color: "#0f2f57",
          icons: [{src: "ikon.svg", sizes: "any", type: "image/svg+xml", purpose: "any maskable"}]
        })
      )
    );
  }
  files.set("sw.js", await serviceWorker(files));
  return new Map([...files].map(([name, bytes]) => [`${formFolder}/${name}`, bytes]));
}

/** The code does not change while it runs, and the gate asks for the same forms again. */
const bundles = new Map<string, Promise<Map<string, Buffer>>>();

function bundle(entry: string): Promise<Map<string, Buffer>> {
  return bundles.get(entry) ?? bundles.set(entry, bundleAnew(entry)).get(entry)!;
}

async function bundleAnew(entry: string): Promise<Map<string, Buffer>> {
  const {outputFiles} = await build({
    entryPoints: [join(client, entry)],
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    outdir: "out",
    write: false,
    legalComments: "none"
  });
  return new Map(outputFiles.map(({path, contents}) => [path.split(/[\\/]/).at(-1)!, Buffer.from(contents)]));
}

async function serviceWorker(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const kept = [...files.keys()].filter((name) => !name.endsWith(".webmanifest"));
  const version = hashOf(Buffer.concat(kept.map((name) => files.get(name)!)));
  const {outputFiles} = await build({
    entryPoints: [join(client, "sw.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    write: false,
    define: {FILES: JSON.stringify(kept), VERSION: JSON.stringify(version)}
  });
  return Buffer.from(outputFiles[0]!.contents);
}

/** What stands under each `## question` of the guide, as HTML; none without a guide. */
function readGuide(file: string): ReadonlyMap<string, string> {
  if (!existsSync(file)) return new Map();
  const markdown = new MarkdownIt();
  const parts = readFileSync(file, "utf8").split(/^## +/m).slice(1);
  return new Map(
    parts.map((part) => {
      const [id = "", ...lines] = part.split("\n");
      return [id.trim(), markdown.render(lines.join("\n"))] as const;
    })
  );
}

function hashOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 8);
}
