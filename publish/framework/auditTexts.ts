// Rests on Framework 1.13.4: a page's title and contents are read from its rendered headings, so that words
// replaced after the core rule `inline` stand in them too.
import type MarkdownIt from "markdown-it";
import type {AuditTexts} from "../../data-loaders/ground/auditTexts.js";

/**
 * Teaches Framework's markdown that `{audit.name|neutral words}` in a page is what the audit says of its own subject, or
 * the neutral words where it says nothing, so that another audit needs no page rewritten. A paragraph of which nothing is
 * left is left out.
 */
export function fillAuditTexts(md: MarkdownIt, texts: AuditTexts): MarkdownIt {
  md.core.ruler.after("inline", "audit_texts", (state) => {
    const emptied = new Set<number>();
    for (const [i, {children}] of state.tokens.entries()) {
      if (!children) continue;
      const places = children.filter(({type, content}) => type === "text" && content.includes("{audit."));
      for (const token of places) token.content = withAuditTexts(token.content, texts);
      if (places.length > 0 && children.every(({type, content}) => type === "text" && content.trim() === ""))
        emptied.add(i);
    }
    // A paragraph is three tokens; its text stands in the middle one.
    state.tokens = state.tokens.filter((_, i) => ![i - 1, i, i + 1].some((at) => emptied.has(at)));
  });
  return md;
}

/** A text with each `{audit.name|neutral words}` replaced. */
export function withAuditTexts(text: string, texts: AuditTexts): string {
  return text.replace(/\{audit\.(\w+)\|([^}]*)\}/g, (_, name: string, neutral: string) => texts[name] ?? neutral);
}
