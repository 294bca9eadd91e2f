import type MarkdownIt from "markdown-it";
import {dictionaryHtml} from "./dictionaryHtml.js";
import type {Part} from "./entry.js";

/** Where the dictionary goes in a page: a paragraph of its own. */
export const placeholder = "{{ordbog}}";

/** Teaches Framework's markdown to lay the data dictionary into a page, in the place of `{{ordbog}}`. */
export function fillDictionary(md: MarkdownIt, parts: Part[]): MarkdownIt {
  // After Framework has looked for its own placeholders: what is laid in is not looked through.
  md.core.ruler.after("placeholder", "page_dictionary", (state) => {
    const {path} = state.env as {path: string};
    state.tokens = state.tokens.flatMap((token, i, tokens) => {
      // A paragraph is three tokens; its text stands in the middle one.
      const [before, own, after] = [tokens[i - 1], token, tokens[i + 1]].map(
        (t) => t?.type === "inline" && t.content === placeholder
      );
      if (!own) return before || after ? [] : [token];
      const html = new state.Token("html_block", "", 0);
      html.content = dictionaryHtml(parts, "../".repeat(path.split("/").length - 2));
      return [html];
    });
  });
  return md;
}
