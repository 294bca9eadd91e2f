import {departs, first, follows, type PathwayRule} from "../rule.js";

export const warningSigns: PathwayRule = {
  id: "PR67",
  title: "Ved mistanke om diskusprolaps eller nerverodspåvirkning oplyses om forventet forløb og faresignaler",
  needs: ["exam", "advice"],
  judge(pathway) {
    const suspicion = first(pathway, ["consultation", "exam"], ({signs}) =>
      signs?.some((s) => s === "nerve_root" || s === "disc_herniation")
    );
    if (!suspicion) return [];
    const advice = first(pathway, "advice", ({day, about}) => day >= suspicion.day && about?.includes("warning_signs"));
    if (!advice) return [departs(suspicion, [suspicion], "Faresignaler er ikke omtalt.")];
    return [
      advice.day > suspicion.day
        ? departs(advice, [suspicion, advice], `Faresignaler omtales først på dag ${advice.day}.`)
        : follows(advice, [suspicion, advice], "Patienten får faresignalerne at vide, da mistanken opstår.")
    ];
  }
};
