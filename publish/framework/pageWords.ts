// Rests on Framework 1.13.4: a page's title and contents are read from its rendered headings, so that words
// replaced after the core rule `inline` stand in them too.
import type MarkdownIt from "markdown-it";
import type {ParameterPage} from "../pages/parameterPage.js";

/**
 * Teaches Framework's markdown that `{navn}` in a page made from a template is that page's
 * own word, so that its heading, and with it its title, its contents and what search engines
 * see, stand in the page before any of its cells has run.
 */
export function fillWords(md: MarkdownIt, pages: readonly ParameterPage[]): MarkdownIt {
  md.core.ruler.after("inline", "page_words", ({tokens, env}) => {
    const {path} = env as {path: string};
    const words = wordsOn(path, pages);
    for (const token of tokens.flatMap(({children}) => children ?? [])) {
      if (token.type === "text") token.content = withWords(token.content, words);
    }
  });
  return md;
}

/**
 * The words of the page at an address such as `/register/omraade/0851`; none where it is no page made from a template.
 */
export function wordsOn(path: string, pages: readonly ParameterPage[]): Record<string, string> {
  return pages.find(({address}) => `/${address}` === path)?.words ?? {};
}

/** A text with each `{name}` of these words replaced. */
export function withWords(text: string, words: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (unknown, name: string) => words[name] ?? unknown);
}
