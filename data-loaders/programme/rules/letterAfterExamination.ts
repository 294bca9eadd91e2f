import {departs, first, follows, type PathwayRule} from "../rule.js";

const fortnight = 14;

export const letterAfterExamination: PathwayRule = {
  id: "PR62",
  title: "Efter den udvidede undersøgelse får egen læge et brev med en plan",
  needs: ["exam", "discharge_letter"],
  judge(pathway) {
    const exam = first(pathway, "exam", ({extended}) => extended === true);
    if (!exam) return [];
    const letter = first(
      pathway,
      "discharge_letter",
      ({day, recipients}) => day >= exam.day && recipients?.includes("gp")
    );
    return [
      letter && letter.day - exam.day <= fortnight
        ? follows(letter, [exam, letter], "Egen læge får brev efter undersøgelsen.")
        : departs(exam, [exam, letter], "Egen læge får ikke brev inden for to uger.")
    ];
  }
};
