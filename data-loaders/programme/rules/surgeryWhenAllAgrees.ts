import {all, first, numbers, type PathwayRule} from "../rule.js";

export const surgeryWhenAllAgrees: PathwayRule = {
  id: "PR40",
  title: "Operation tilbydes kun, når symptomer, fund og billeddiagnostik stemmer overens",
  needs: ["mri", "surgery"],
  judge(pathway) {
    return all(pathway, "surgery", ({day}) => day >= 0).map((operation) => {
      const scan = first(pathway, "mri", ({day}) => day <= operation.day);
      const judged = {step: operation.no, events: numbers(scan, operation)};
      if (!scan) return {...judged, verdict: "departs", because: "Opereres uden billeddiagnostik."};
      if (scan.imaging === undefined)
        return {...judged, verdict: "undecided", because: "Scannet før operationen; svaret kendes ikke."};
      if (scan.imaging === "unexplained")
        return {...judged, verdict: "departs", because: "Billederne forklarer ikke generne."};
      return {...judged, verdict: "follows", because: "Billederne forklarer generne."};
    });
  }
};
