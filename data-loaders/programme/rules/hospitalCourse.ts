import {departs, first, follows, type PathwayRule} from "../rule.js";

const fortnight = 14;

export const hospitalCourse: PathwayRule = {
  id: "PR64",
  title:
    "På sygehuset ses patienten af reumatolog og fysioterapeut samme dag og drøftes derefter på tværfaglig konference",
  needs: ["consultation", "exercise", "case_conference"],
  judge(pathway) {
    const visit = first(pathway, "consultation", ({actor}) => actor === "hospital_rheumatologist");
    if (!visit) return [];
    const physiotherapist = first(
      pathway,
      ["consultation", "exercise"],
      ({actor, day}) => actor === "hospital_physio" && day === visit.day
    );
    const conference = first(pathway, "case_conference", ({day}) => day >= visit.day && day - visit.day <= fortnight);
    const missing = [physiotherapist ? "" : "fysioterapeut samme dag", conference ? "" : "konference inden for to uger"]
      .filter(Boolean)
      .join(" og ");
    const events = [visit, physiotherapist, conference];
    return [
      missing
        ? departs(visit, events, `Der mangler ${missing}.`)
        : follows(visit, events, "Reumatolog og fysioterapeut samme dag, derefter konference.")
    ];
  }
};
