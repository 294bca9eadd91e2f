import {departs, first, follows, type PathwayRule} from "../rule.js";

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
      (event) => event.day >= 0 && (event.type === "exercise" || event.about?.includes("activity"))
    );
    if (!advice) return [departs(null, [], "Intet råd om at holde sig aktiv er omtalt.")];
    return [
      advice.day <= month
        ? follows(advice, [advice], "Rådet gives inden for de første fire uger.")
        : departs(advice, [advice], `Rådet gives først på dag ${advice.day}.`)
    ];
  }
};
