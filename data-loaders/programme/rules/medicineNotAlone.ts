import {all, departs, follows, type PathwayRule} from "../rule.js";

export const medicineNotAlone: PathwayRule = {
  id: "PR36",
  title: "Smertestillende medicin står ikke alene og er ikke førstevalg",
  needs: ["advice", "exercise", "medication"],
  judge(pathway) {
    return all(pathway, "medication", ({day}) => day >= 0).map((medicine) => {
      const efforts = all(
        pathway,
        ["advice", "exercise", "manual_therapy"],
        ({day}) => day >= 0 && day <= medicine.day
      );
      const before = efforts.find(({day}) => day < medicine.day);
      if (before) return follows(medicine, [before, medicine], "Medicin gives som supplement efter råd eller øvelser.");
      const [beside] = efforts;
      return departs(
        medicine,
        [beside, medicine],
        beside ? "Medicin gives allerede ved den første indsats." : "Medicin gives uden råd eller øvelser."
      );
    });
  }
};
