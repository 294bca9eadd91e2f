import {first, numbers, type PathwayRule} from "../rule.js";

/** "Within the first month" is ours: the programme says everybody, and gives no deadline. */
const month = 28;

export const stayActive: PathwayRule = {
  id: "PR22",
  title: "Alle rådes til at holde sig fysisk og socialt aktive",
  needs: ["advice", "exercise"],
  judge(pathway) {
    const advice = first(
      pathway,
      ["advice", "exercise"],
      (event) => event.day >= 0 && (event.type === "exercise" || event.about?.includes("activity") === true)
    );
    if (advice && advice.day <= month)
      return [
        {
          verdict: "follows",
          step: advice.no,
          events: numbers(advice),
          because: "Rådet gives inden for de første fire uger."
        }
      ];
    if (advice)
      return [
        {
          verdict: "departs",
          step: advice.no,
          events: numbers(advice),
          because: `Rådet gives først på dag ${advice.day}.`
        }
      ];
    return [{verdict: "departs", step: null, events: [], because: "Intet råd om at holde sig aktiv er omtalt."}];
  }
};
