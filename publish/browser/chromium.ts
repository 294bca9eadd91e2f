import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {brotliDecompressSync} from "node:zlib";
import packaged from "@sparticuz/chromium";
import {chromium, type Browser} from "playwright-core";
import {Refusal} from "../../data-loaders/ground/refusal.js";

const howToGetOne =
  "På Linux (x64) følger en browser med npm ci; andre steder skal RYGATLAS_CHROMIUM være programfilen til en installeret Chrome, Chromium eller Edge.";

/**
 * Starts Chromium: the one `RYGATLAS_CHROMIUM` names, else the one that came with `npm ci`.
 * The flags the package suggests are for Lambda and turn the web's own security off, so none of them is used.
 * @throws Refusal where there is no browser
 */
export async function startBrowser(): Promise<Browser> {
  const named = process.env.RYGATLAS_CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Refusal(`RYGATLAS_CHROMIUM er ${named}, som ikke findes. ${howToGetOne}`);
    return start(named);
  }
  if (process.platform !== "linux" || process.arch !== "x64") throw new Refusal(`Der er ingen browser. ${howToGetOne}`);
  const executable = await packaged.executablePath();
  // Chromium draws no text at all on a machine without a single font; the package has one.
  const fonts: NodeJS.ProcessEnv = existsSync("/etc/fonts") ? {} : {FONTCONFIG_PATH: join(tmpdir(), "fonts")};
  try {
    return await start(executable, fonts);
  } catch (error) {
    if (!String((error as Error).cause).includes("error while loading shared libraries")) throw error;
    return start(executable, {...fonts, LD_LIBRARY_PATH: unpackLibraries()});
  }
}

async function start(executablePath: string, env: NodeJS.ProcessEnv = {}): Promise<Browser> {
  try {
    return await chromium.launch({executablePath, env: {...process.env, ...env} as Record<string, string>});
  } catch (error) {
    // Another process is unpacking it right now.
    if (String(error).includes("ETXTBSY")) return setTimeout(200).then(() => start(executablePath, env));
    throw new Refusal(`Browseren ${executablePath} starter ikke. ${howToGetOne}`, {cause: error});
  }
}

/** A bare machine lacks libraries that the package carries, but unpacks on Lambda only. */
function unpackLibraries(): string {
  const folder = join(tmpdir(), "rygatlas-chromium-libraries");
  const lib = join(folder, "lib");
  if (existsSync(lib)) return lib;
  mkdirSync(folder, {recursive: true});
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const archive = join(dirname(entry), "../../bin/al2023.tar.br");
  const {status} = spawnSync("tar", ["-x", "-C", folder], {input: brotliDecompressSync(readFileSync(archive))});
  if (status !== 0) throw new Refusal(`${archive} kan ikke pakkes ud. ${howToGetOne}`);
  return lib;
}
