import {departs, first, follows, type PathwayRule} from "../rule.js";

export const riskScreening: PathwayRule = {
  id: "PR60",
  title: "Er patienten ikke bedre ved opfølgningen, bruges skemaet STarT Back",
  needs: ["consultation", "risk_screening"],
  judge(pathway) {
    const followUp = first(
      pathway,
      ["consultation", "exam"],
      ({actor, day, state}) => actor === "gp" && day > 0 && (state === "unchanged" || state === "worse")
    );
    if (!followUp) return [];
    const screening = first(pathway, "risk_screening", ({day}) => day >= 0);
    const events = [followUp, screening];
    if (!screening) return [departs(followUp, events, "Ingen fremgang ved opfølgningen, og skemaet er ikke brugt.")];
    return [
      screening.day > followUp.day
        ? departs(
            followUp,
            events,
            `Skemaet bruges først på dag ${screening.day}, ikke ved den første opfølgning uden fremgang på dag ${followUp.day}.`
          )
        : follows(followUp, events, "Skemaet bruges ved den første opfølgning uden fremgang.")
    ];
  }
};
