import {first, numbers, type PathwayRule} from "../rule.js";

export const caudaEquina: PathwayRule = {
  id: "PR05",
  title: "Ved mistanke om cauda equina-syndrom henvises akut",
  needs: ["exam", "referral"],
  judge(pathway) {
    const exam = first(
      pathway,
      ["consultation", "exam"],
      ({signs}) => signs?.some((s) => s === "cauda_equina" || s === "possible_cauda_equina") ?? false
    );
    if (!exam) return [];
    const acute = first(pathway, "referral", ({to, day}) => to === "acute" && day >= exam.day);
    const judged = {step: exam.no, events: numbers(exam, acute)};
    if (acute?.day === exam.day) return [{...judged, verdict: "follows", because: "Henvises akut samme dag."}];
    if (exam.signs!.includes("cauda_equina"))
      return [{...judged, verdict: "departs", because: "Mistanken fører ikke til akut henvisning samme dag."}];
    return [
      {
        ...judged,
        verdict: "undecided",
        because: "Et muligt tegn er nævnt, men ikke om det gav mistanke; der henvises ikke akut."
      }
    ];
  }
};
