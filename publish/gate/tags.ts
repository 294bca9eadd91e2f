/** One element of a page's HTML, with what stands in it where that is text only. */
export interface Tag {
  name: string;
  /** Names in lower case. */
  attributes: Map<string, string>;
  /** Of a script or style: what it says. */
  text?: string;
}

const element =
  /<!--[\s\S]*?-->|<(script|style|title|textarea)\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/\1\s*>|<([a-z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const attribute = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;

/**
 * The elements of a page in order. A parser of its own: a browser's would mend what is wrong,
 * and is far too slow for every page.
 */
export function tagsOf(html: string): Tag[] {
  return Array.from(html.matchAll(element)).flatMap(([, texted, itsAttributes, text, plain, attributes]) => {
    const name = texted ?? plain;
    if (!name) return [];
    return [
      {
        name: name.toLowerCase(),
        attributes: attributesOf((texted ? itsAttributes : attributes) ?? ""),
        ...(texted && {text: text!})
      }
    ];
  });
}

/** What a page says to readers and their aids: its text, and the attributes that are read aloud or shown. */
export function wordsOfPage(html: string): string {
  const spoken = ["alt", "aria-label", "aria-description", "title", "content", "placeholder", "summary"];
  const attributes = tagsOf(html).flatMap((tag) => {
    // What a head says to browsers is no text.
    if (
      tag.name === "meta" &&
      !/^(?:description|og:title|og:description|og:image:alt|keywords)$/.test(
        tag.attributes.get("name") ?? tag.attributes.get("property") ?? ""
      )
    )
      return [];
    return spoken.map((name) => tag.attributes.get(name) ?? "");
  });
  const text = html
    .replace(/<!--[\s\S]*?-->/g, " ")
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, " ")
    .replace(/<(?:[^>"']|"[^"]*"|'[^']*')*>/g, " ");
  return [text, ...attributes].join(" \n ");
}

function attributesOf(text: string): Map<string, string> {
  return new Map(
    Array.from(text.matchAll(attribute), ([, name, double, single, bare]) => [
      name!.toLowerCase(),
      double ?? single ?? bare ?? ""
    ])
  );
}
