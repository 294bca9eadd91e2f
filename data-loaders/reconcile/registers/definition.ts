import type {DSVRowString} from "d3-dsv";
import type {Measured} from "../outcome.js";
import type {ComputedRegisters} from "./computed.js";

/** A definition of the report, and what of ours says the same. Texts are Danish. */
export interface Definition {
  term: string;
  /** What the report prints. */
  text: string;
  /** What of ours is held against it. */
  how: string;
  /** Windows, codes and ages are read from the printed row, so that a changed print is seen. */
  check(computed: ComputedRegisters, printed: DSVRowString): Measured[];
}
