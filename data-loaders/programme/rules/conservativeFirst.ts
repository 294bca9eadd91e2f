import {all, days, departs, first, follows, type PathwayRule} from "../rule.js";

/** Four weeks, the lower end of the programme's four to eight. */
const fourWeeks = 28;

export const conservativeFirst: PathwayRule = {
  id: "PR68",
  title: "Konservativt forløb først; kirurg, når der efter fire til otte uger ikke er tilstrækkelig virkning",
  needs: ["exercise", "surgery"],
  judge(pathway) {
    return all(pathway, "surgery", ({day}) => day >= 0).map((operation) => {
      const care = first(pathway, ["exercise", "manual_therapy"], ({day}) => day >= 0 && day < operation.day);
      if (!care) return departs(operation, [operation], "Opereres uden forudgående konservativt forløb.");
      const lasted = operation.day - care.day;
      return lasted < fourWeeks
        ? departs(operation, [care, operation], `Opereres efter kun ${days(lasted)} med konservativ behandling.`)
        : follows(operation, [care, operation], `Opereres efter ${days(lasted)} med konservativ behandling.`);
    });
  }
};
