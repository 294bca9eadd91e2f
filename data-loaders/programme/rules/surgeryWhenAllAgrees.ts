import {all, departs, first, follows, undecided, type PathwayRule} from "../rule.js";

export const surgeryWhenAllAgrees: PathwayRule = {
  id: "PR40",
  title: "Operation tilbydes kun, når symptomer, fund og billeddiagnostik stemmer overens",
  needs: ["mri", "surgery"],
  judge(pathway) {
    return all(pathway, "surgery", ({day}) => day >= 0).map((operation) => {
      const scan = first(pathway, "mri", ({day}) => day <= operation.day);
      const events = [scan, operation];
      if (!scan) return departs(operation, events, "Opereres uden billeddiagnostik.");
      if (scan.imaging === undefined)
        return undecided(operation, events, "Scannet før operationen; svaret kendes ikke.");
      return scan.imaging === "unexplained"
        ? departs(operation, events, "Billederne forklarer ikke generne.")
        : follows(operation, events, "Billederne forklarer generne.");
    });
  }
};
