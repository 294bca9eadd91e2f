import type {Assembly} from "./assemble.js";
import type {Relation} from "./system.js";

/** What a total leaves beside one of its parts, without what says nothing of a person: that is shown however small. */
export interface Rests {
  /** The sum that splits the total so that the cell is one of its parts, if any is declared. */
  split(total: number, main: number): Relation | undefined;
  /** Parts of the total beside the cell that are shown however small. */
  exempt(total: number, main: number): number[];
}

export function restsOf({cells, relations}: Pick<Assembly, "cells" | "relations">): Rests {
  const splits = new Map<string, Relation>();
  for (const relation of relations) {
    const whole = relation.terms.filter(({factor}) => factor === -1);
    if (relation.low !== 0 || relation.high !== 0 || whole.length !== 1) continue;
    for (const {cell, factor} of relation.terms) if (factor === 1) splits.set(`${whole[0]!.cell} ${cell}`, relation);
  }
  const split = (total: number, main: number) => splits.get(`${total} ${main}`);
  return {
    split,
    exempt: (total, main) =>
      (split(total, main)?.terms ?? []).flatMap(({cell}) =>
        cell !== total && cell !== main && cells[cell]!.exempt ? [cell] : []
      )
  };
}
