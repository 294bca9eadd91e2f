import type * as Plot from "@observablehq/plot";

/**
 * Gives each mark the area it stands for, so that it answers when the area is pointed at
 * elsewhere on the page, see linked.ts; spread into a mark's options.
 * @param kind how it answers: a class of the style sheet
 * @param areas the area of each datum
 */
export function linkedMarks(
  kind: "dot" | "band" | "label",
  areas: readonly string[]
): Pick<Plot.MarkOptions, "render"> {
  return {
    render(index, scales, values, dimensions, context, next) {
      const marks = next!(index, scales, values, dimensions, context)!;
      marks.classList.add(`linked-${kind}`);
      Array.from(marks.children).forEach((mark, i) => mark.setAttribute("data-area", areas[index[i]!]!));
      return marks;
    }
  };
}
