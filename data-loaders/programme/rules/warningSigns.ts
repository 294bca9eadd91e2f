import {first, numbers, type PathwayRule} from "../rule.js";

export const warningSigns: PathwayRule = {
  id: "PR67",
  title: "Ved mistanke om diskusprolaps eller nerverodspåvirkning oplyses om forventet forløb og faresignaler",
  needs: ["exam", "advice"],
  judge(pathway) {
    const suspicion = first(
      pathway,
      ["consultation", "exam"],
      ({signs}) => signs?.some((s) => s === "nerve_root" || s === "disc_herniation") ?? false
    );
    if (!suspicion) return [];
    const advice = first(
      pathway,
      "advice",
      ({day, about}) => day >= suspicion.day && (about?.includes("warning_signs") ?? false)
    );
    const judged = {step: advice?.no ?? suspicion.no, events: numbers(suspicion, advice)};
    if (!advice) return [{...judged, verdict: "departs", because: "Faresignaler er ikke omtalt."}];
    if (advice.day > suspicion.day)
      return [{...judged, verdict: "departs", because: `Faresignaler omtales først på dag ${advice.day}.`}];
    return [{...judged, verdict: "follows", because: "Patienten får faresignalerne at vide, da mistanken opstår."}];
  }
};
