import {all, numbers, type PathwayRule} from "../rule.js";

export const noSurgeryWhenUnspecific: PathwayRule = {
  id: "PR39",
  title: "Uspecifikke lænderygsmerter opereres ikke",
  needs: ["surgery"],
  judge(pathway) {
    if (pathway.condition !== "unspecific" && pathway.condition !== "chronic") return [];
    const operations = all(pathway, "surgery", ({day}) => day >= 0);
    if (operations.length === 0) return [{verdict: "follows", step: null, events: [], because: "Ingen operation."}];
    return operations.map((operation) => ({
      verdict: "departs",
      step: operation.no,
      events: numbers(operation),
      because: "Opereres uden en specifik årsag."
    }));
  }
};
