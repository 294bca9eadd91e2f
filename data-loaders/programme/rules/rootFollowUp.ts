import {all, departs, first, follows, type PathwayRule} from "../rule.js";

export const rootFollowUp: PathwayRule = {
  id: "PR07",
  title: "Ved nerverodspåvirkning holdes øje med tegn på cauda equina-syndrom og tiltagende udfald",
  needs: ["consultation", "exam"],
  judge(pathway) {
    const suspicion = first(pathway, ["consultation", "exam"], ({signs}) => signs !== undefined);
    if (!suspicion) return [];
    const later = all(
      pathway,
      ["consultation", "exam"],
      ({actor, sector, day}) => sector === "primary" && actor !== "patient" && day > suspicion.day
    );
    const days = [...new Set(later.map(({day}) => day))];
    return days.map((day) => {
      const exam = first(pathway, "exam", (event) => event.day === day);
      const contact = later.find((event) => event.day === day)!;
      return exam
        ? follows(exam, [suspicion, exam], "Patienten undersøges igen.")
        : departs(contact, [suspicion, contact], "En kontakt uden ny undersøgelse.");
    });
  }
};
