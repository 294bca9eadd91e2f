// Rests on Framework 1.13.4: it reads each piece of HTML in the window of a `new JSDOM(html)`, and asks a
// `LoaderResolver` for the same files anew on every page, and looks for an archive of every page.
import {createRequire} from "node:module";

/** Most of `observable build` is the making of windows, one for each piece of HTML; all can be read in the same. */
function shareOneWindow(): void {
  const jsdom = createRequire(import.meta.resolve("@observablehq/framework/dist/html.js"))("jsdom") as {
    JSDOM: new (html: string) => {window: {document: Document; DOMParser: typeof DOMParser}};
  };
  const parser = new new jsdom.JSDOM("").window.DOMParser();
  class Read {
    readonly window: {document: Document};
    constructor(html: string) {
      this.window = {document: parser.parseFromString(html, "text/html")};
    }
  }
  Object.assign(jsdom, {JSDOM: Read});
}

/** While a site is built its sources stay as they are, so what was found out of a file holds until the end. */
async function rememberFiles(): Promise<void> {
  const {LoaderResolver} = await import("@observablehq/framework/dist/loader.js");
  const resolver = LoaderResolver.prototype;
  for (const ask of [resolver.find, resolver.getSourceFileHash, resolver.getModuleHash, resolver.resolveImportPath]) {
    const known = new Map<string, unknown>();
    resolver[ask.name as keyof typeof resolver] = function (path) {
      if (!known.has(path)) known.set(path, ask.call(this, path));
      return known.get(path);
    };
  }
  // The fence lets none into the sources.
  resolver.findArchive = () => undefined;
}

// `observable` as at a prompt, in half the time. What is replaced above, it must not have loaded yet.
shareOneWindow();
await rememberFiles();
await import("@observablehq/framework/dist/bin/observable.js");
