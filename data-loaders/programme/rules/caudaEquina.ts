import {departs, first, follows, undecided, type PathwayRule} from "../rule.js";

export const caudaEquina: PathwayRule = {
  id: "PR05",
  title: "Ved mistanke om cauda equina-syndrom henvises akut",
  needs: ["exam", "referral"],
  judge(pathway) {
    const exam = first(pathway, ["consultation", "exam"], ({signs}) =>
      signs?.some((s) => s === "cauda_equina" || s === "possible_cauda_equina")
    );
    if (!exam) return [];
    const acute = first(pathway, "referral", ({to, day}) => to === "acute" && day >= exam.day);
    const events = [exam, acute];
    if (acute?.day === exam.day) return [follows(exam, events, "Henvises akut samme dag.")];
    return [
      exam.signs!.includes("cauda_equina")
        ? departs(exam, events, "Mistanken fører ikke til akut henvisning samme dag.")
        : undecided(exam, events, "Et muligt tegn er nævnt, men ikke om det gav mistanke; der henvises ikke akut.")
    ];
  }
};
