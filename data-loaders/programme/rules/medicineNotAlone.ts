import {all, first, numbers, type PathwayRule} from "../rule.js";

export const medicineNotAlone: PathwayRule = {
  id: "PR36",
  title: "Smertestillende medicin står ikke alene og er ikke førstevalg",
  needs: ["advice", "exercise", "medication"],
  judge(pathway) {
    return all(pathway, "medication", ({day}) => day >= 0).map((medicine) => {
      const before = first(
        pathway,
        ["advice", "exercise", "manual_therapy"],
        ({day}) => day >= 0 && day < medicine.day
      );
      const beside = first(
        pathway,
        ["advice", "exercise", "manual_therapy"],
        ({day}) => day >= 0 && day <= medicine.day
      );
      const judged = {step: medicine.no, events: numbers(before ?? beside, medicine)};
      if (before)
        return {...judged, verdict: "follows", because: "Medicin gives som supplement efter råd eller øvelser."};
      if (beside) return {...judged, verdict: "departs", because: "Medicin gives allerede ved den første indsats."};
      return {...judged, verdict: "departs", because: "Medicin gives uden råd eller øvelser."};
    });
  }
};
