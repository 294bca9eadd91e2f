import {departs, first, follows, type PathwayRule} from "../rule.js";

const month = 28;

/**
 * The rule also names "not improved" alone; the cases then refer to ordinary physiotherapy,
 * so medium risk or root signs are asked for.
 */
export const extendedExamination: PathwayRule = {
  id: "PR61",
  title:
    "Ved middel risiko eller tegn på nerverodspåvirkning henvises til udvidet rygundersøgelse hos fysioterapeut eller kiropraktor",
  needs: ["risk_screening", "exam", "referral"],
  judge(pathway) {
    const risk = first(pathway, "risk_screening", (event) => event.risk === "medium");
    const root = first(
      pathway,
      ["consultation", "exam"],
      ({actor, signs}) => actor === "gp" && signs?.some((s) => s === "nerve_root" || s === "disc_herniation")
    );
    const reason = risk ?? root;
    if (!reason) return [];
    const referral = first(pathway, "referral", ({to, day}) => to === "extended_examination" && day >= reason.day);
    if (referral && referral.day - reason.day <= month)
      return [follows(referral, [risk, root, referral], "Henvises til den udvidede undersøgelse.")];
    const other = first(pathway, "referral", ({day}) => day >= reason.day);
    return [
      departs(
        other ?? reason,
        [risk, root, other],
        other
          ? "Henvises i praksissektoren, men ikke til den udvidede undersøgelse."
          : "Ingen henvisning til den udvidede undersøgelse."
      )
    ];
  }
};
