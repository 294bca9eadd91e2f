import {autocompletion, type CompletionContext} from "@codemirror/autocomplete";
import {HighlightStyle, syntaxHighlighting} from "@codemirror/language";
import {PostgreSQL, sql} from "@codemirror/lang-sql";
import {Prec} from "@codemirror/state";
import {EditorView, hoverTooltip, keymap} from "@codemirror/view";
import {tags} from "@lezer/highlight";
import {basicSetup} from "codemirror";
import {element} from "../../../src/components/dom/dom.js";
import {completionsAt, meaningOf, type Surroundings as Known} from "../completions.js";
import {formatted} from "../formatted.js";

/** What the editor of one cell knows, and what it asks of the page around it. */
export interface Surroundings extends Known {
  /** Goes to where a word of a query is declared: a table in the tree, or another cell. */
  show(word: string): void;
}

export interface CellEditor {
  dom: HTMLElement;
  text(): string;
  write(text: string): void;
  focus(): void;
}

/** Colours by the names of the page's own, so that light and dark are one style. */
const colors = HighlightStyle.define([
  {tag: tags.keyword, color: "var(--keyword)", fontWeight: "600"},
  {tag: [tags.string, tags.special(tags.string)], color: "var(--string)"},
  {tag: [tags.number, tags.bool, tags.null], color: "var(--number)"},
  {tag: tags.comment, color: "var(--muted)", fontStyle: "italic"}
]);

/**
 * An editor of SQL with completion, meanings on hover and formatting.
 * @param options.run what Ctrl-Enter does; `next`: and Shift-Enter besides
 */
export function cellEditor({
  text,
  label,
  surroundings,
  changed,
  run
}: {
  text: string;
  label: string;
  surroundings: Surroundings;
  changed(text: string): void;
  run(next: boolean): void;
}): CellEditor {
  const view = new EditorView({
    doc: text,
    extensions: [
      Prec.highest(
        keymap.of([
          {key: "Mod-Enter", run: () => (run(false), true)},
          {key: "Shift-Enter", run: () => (run(true), true)},
          {key: "Shift-Alt-f", run: (editor) => (rewrite(editor, formatted), true)}
        ])
      ),
      basicSetup,
      sql({dialect: PostgreSQL, upperCaseKeywords: true}),
      autocompletion({override: [completer(surroundings)], icons: false, maxRenderedOptions: 60}),
      meanings(surroundings),
      EditorView.domEventHandlers({
        mousedown(event, view) {
          const position =
            event.ctrlKey || event.metaKey ? view.posAtCoords({x: event.clientX, y: event.clientY}) : null;
          const word = position === null ? undefined : wordAt(view, position);
          if (!word) return false;
          event.preventDefault();
          surroundings.show(word.text);
          return true;
        }
      }),
      syntaxHighlighting(colors),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({"aria-label": label}),
      EditorView.updateListener.of((update) => update.docChanged && changed(update.state.doc.toString()))
    ]
  });
  return {
    dom: view.dom,
    text: () => view.state.doc.toString(),
    write: (text) => rewrite(view, () => text),
    focus: () => view.focus()
  };
}

function completer(surroundings: Surroundings) {
  return ({state, pos: position, explicit}: CompletionContext) =>
    completionsAt({query: state.doc.toString(), position, explicit}, surroundings);
}

function rewrite(view: EditorView, change: (text: string) => string): void {
  const text = change(view.state.doc.toString());
  view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: text}});
}

function meanings(surroundings: Surroundings) {
  return hoverTooltip(async (view, position) => {
    const known = surroundings.knowledge();
    if (!known) return null;
    const word = wordAt(view, position);
    if (!word) return null;
    const meaning = await meaningOf(word.text, view.state.doc.toString(), known).catch(() => undefined);
    if (!meaning) return null;
    return {
      pos: word.from,
      end: word.to,
      create: () => ({
        dom: element("div", {class: "meaning"}, element("b", {}, meaning.title), element("p", {}, meaning.text))
      })
    };
  });
}

/** The name at a position, without its quotation marks. */
function wordAt(view: EditorView, position: number): {text: string; from: number; to: number} | undefined {
  const {text, from} = view.state.doc.lineAt(position);
  for (const {index, 0: word} of text.matchAll(/"[^"]+"|[\p{L}_][\p{L}\w.]*/gu)) {
    const place = {from: from + index, to: from + index + word.length};
    if (place.from <= position && position <= place.to) return {text: word.replaceAll('"', ""), ...place};
  }
  return undefined;
}
