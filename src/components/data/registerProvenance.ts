import {registers} from "./registers.js";
import {dataText} from "./citation.js";

/** What every figure on registers says of where its numbers come from. */
export const registerProvenance = {
  source: `registrene bag Dansk Rygdatabase, ${dataText(registers)}`,
  seal: registers.seal.slice(0, 12),
  synthetic: registers.synthetic
};
