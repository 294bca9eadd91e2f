import {registerParameters, type RegisterParameterName} from "../../parameters.js";
import {offer, type ChooseOptions} from "./choose.js";
import type {Input} from "./choices.js";
import {registers} from "../data/registers.js";

/**
 * One of the choices on registers as an input: what `choose` is to the audit's. Apart from
 * it, so that audit pages need not wait for `registers`.
 */
export function chooseRegister(name: RegisterParameterName, options: ChooseOptions = {}): Input<string> {
  const own = name === "region" ? ownRegion() : undefined;
  return offer(registerParameters[name], registers, {...options, ...(own && {value: own})});
}

/** The region of the area that a reader follows. */
function ownRegion(): string | undefined {
  const id = new URLSearchParams(document.location.search).get(registerParameters.area.address);
  const area = registers.areas.find((one) => one.id === id);
  return area?.type === "region" ? area.id : area?.region;
}

/**
 * What is chosen, as the end of a figure's title: ` (2023/24, Region Sjælland)`. The period
 * is always said, the rest where it is not the usual.
 */
export function chosenRegisterText(chosen: Partial<Record<RegisterParameterName, string>>): string {
  const words = Object.entries(chosen).flatMap(([name, value]) => {
    const choices = registerParameters[name as RegisterParameterName].choices(registers, chosen);
    const choice = choices.find((c) => c.value === value);
    if (!choice || (name !== "period" && choice === choices[0])) return [];
    return [
      choice.label.startsWith("Region ")
        ? choice.label
        : choice.label[0]!.toLocaleLowerCase("da") + choice.label.slice(1)
    ];
  });
  return words.length > 0 ? ` (${words.join(", ")})` : "";
}
