import {all, departs, follows, type PathwayRule} from "../rule.js";

export const noSurgeryWhenUnspecific: PathwayRule = {
  id: "PR39",
  title: "Uspecifikke lænderygsmerter opereres ikke",
  needs: ["surgery"],
  judge(pathway) {
    if (pathway.condition !== "unspecific" && pathway.condition !== "chronic") return [];
    const operations = all(pathway, "surgery", ({day}) => day >= 0);
    return operations.length === 0
      ? [follows(null, [], "Ingen operation.")]
      : operations.map((operation) => departs(operation, [operation], "Opereres uden en specifik årsag."));
  }
};
