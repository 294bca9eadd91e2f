import {all, days, first, numbers, type PathwayRule} from "../rule.js";

/** Four weeks, the lower end of the programme's four to eight. */
const fourWeeks = 28;

export const conservativeFirst: PathwayRule = {
  id: "PR68",
  title: "Konservativt forløb først; kirurg, når der efter fire til otte uger ikke er tilstrækkelig virkning",
  needs: ["exercise", "surgery"],
  judge(pathway) {
    return all(pathway, "surgery", ({day}) => day >= 0).map((operation) => {
      const care = first(pathway, ["exercise", "manual_therapy"], ({day}) => day >= 0 && day < operation.day);
      const judged = {step: operation.no, events: numbers(care, operation)};
      if (!care) return {...judged, verdict: "departs", because: "Opereres uden forudgående konservativt forløb."};
      const lasted = operation.day - care.day;
      if (lasted < fourWeeks)
        return {
          ...judged,
          verdict: "departs",
          because: `Opereres efter kun ${days(lasted)} med konservativ behandling.`
        };
      return {...judged, verdict: "follows", because: `Opereres efter ${days(lasted)} med konservativ behandling.`};
    });
  }
};
