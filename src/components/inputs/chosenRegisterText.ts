import {registerParameters, type RegisterParameterName} from "../../parameters.js";
import {registers} from "../data/registers.js";

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
