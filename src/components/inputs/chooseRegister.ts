import {registerParameters, type RegisterParameterName} from "../../parameters.js";
import {offer, type ChooseOptions} from "./choose.js";
import type {Input} from "./choices.js";
import {registers} from "../data/registers.js";

/**
 * One of the choices on registers as an input: what `choose` is to the audit's. Apart from
 * it, so that audit pages need not wait for `registers`.
 */
export function chooseRegister(name: RegisterParameterName, options: ChooseOptions = {}): Input<string> {
  return offer(registerParameters[name], registers, options);
}
