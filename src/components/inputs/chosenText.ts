import {parameters, type AuditParameterName} from "../../parameters.js";
import {site} from "../data/site.js";

/**
 * What is chosen beside the usual, as the end of a figure's title, so that a picture that is saved says what it is of:
 * ` (svært påvirkede, første konsultation)`. Of several rounds the title always says which.
 */
export function chosenText(chosen: Partial<Record<AuditParameterName, string>>): string {
  const words = Object.entries(chosen).flatMap(([name, value]) => {
    const choices = parameters[name as AuditParameterName].choices(site, chosen);
    const usual = name === "round" ? choices.length < 2 : value === choices[0]?.value;
    const choice = choices.find((c) => c.value === value);
    return usual || !choice ? [] : [choice.label.toLocaleLowerCase("da")];
  });
  return words.length > 0 ? ` (${words.join(", ")})` : "";
}
