import {inflateSync} from "node:zlib";

/** A PDF as Chromium writes it, read without a library. */
export interface ReadPdf {
  /** The pieces of text on each page, as they are drawn. */
  pages: string[][];
  /** A font that is no part of the file looks different on each machine. */
  fonts: {name: string; embedded: boolean}[];
  /** How many pictures are made of dots. */
  pictures: number;
  /** `da` */
  language: string | undefined;
}

export function readPdf(bytes: Buffer): ReadPdf {
  const text = bytes.toString("latin1");
  const objects = new Map(
    Array.from(text.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj/gs), ([, no, body]) => [no!, body!])
  );
  const object = (no: string | undefined) => objects.get(no ?? "") ?? "";
  const stream = (no: string | undefined) => {
    const body = object(no);
    const content = Buffer.from(body.slice(body.indexOf("stream\n") + 7, body.lastIndexOf("\nendstream")), "latin1");
    return (body.includes("/FlateDecode") ? inflateSync(content) : content).toString("latin1");
  };
  const refs = (body: string, key: string) =>
    Array.from((new RegExp(`/${key} \\[([^\\]]*)\\]`).exec(body)?.[1] ?? "").matchAll(/(\d+) 0 R/g), ([, no]) => no!);
  const ref = (body: string, key: string) => new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1];
  const leaves = (no: string): string[] =>
    object(no).includes("/Type /Pages") ? refs(object(no), "Kids").flatMap(leaves) : [no];

  const letters = new Map<string, Map<string, string>>();
  const lettersOf = (font: string) =>
    letters.get(font) ?? letters.set(font, readLetters(stream(ref(object(font), "ToUnicode")))).get(font)!;
  const all = [...objects.values()];
  const catalog = all.find((body) => body.includes("/Type /Catalog"))!;
  return {
    pages: leaves(ref(catalog, "Pages")!).map((no) => {
      const fonts = new Map(Array.from(object(no).matchAll(/\/(F\d+) (\d+) 0 R/g), ([, name, font]) => [name!, font!]));
      return readText(stream(ref(object(no), "Contents")), (name) => lettersOf(fonts.get(name)!));
    }),
    fonts: all
      .filter((body) => body.includes("/Subtype /Type0"))
      .map((body) => ({
        name: /\/BaseFont \/(\S+)/.exec(body)![1]!,
        embedded: /\/FontFile\d? /.test(object(ref(object(refs(body, "DescendantFonts")[0]), "FontDescriptor")))
      })),
    pictures: all.filter((body) => body.includes("/Subtype /Image")).length,
    language: /\/Lang \((.*?)\)/.exec(catalog)?.[1]
  };
}

/** Which letters the codes of a font stand for. */
function readLetters(map: string): Map<string, string> {
  const letters = new Map<string, string>();
  const letter = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const [, block] of map.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code, to] of block!.matchAll(/<(\w+)> <(\w+)>/g)) letters.set(code!.toLowerCase(), letter(to!));
  }
  for (const [, block] of map.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, first, last, to] of block!.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      for (let i = 0; parseInt(first!, 16) + i <= parseInt(last!, 16); i++) {
        const hex = (value: number, like: string) => value.toString(16).padStart(like.length, "0");
        letters.set(hex(parseInt(first!, 16) + i, first!), letter(hex(parseInt(to!, 16) + i, to!)));
      }
    }
  }
  return letters;
}

/** What is drawn between each `BT` and `ET`. */
function readText(content: string, lettersOf: (font: string) => Map<string, string>): string[] {
  return Array.from(content.matchAll(/\bBT\b(.*?)\bET\b/gs), ([, block]) => {
    let letters = new Map<string, string>();
    let said = "";
    for (const [, font, hex] of block!.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
      if (font) letters = lettersOf(font);
      else {
        const size = [...letters.keys()][0]?.length ?? 4;
        for (let i = 0; i < hex!.length; i += size) said += letters.get(hex!.slice(i, i + size).toLowerCase()) ?? "";
      }
    }
    return said;
  });
}
