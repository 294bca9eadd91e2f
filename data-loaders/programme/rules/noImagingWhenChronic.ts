import {all, departs, first, follows, type PathwayRule} from "../rule.js";

export const noImagingWhenChronic: PathwayRule = {
  id: "PR70",
  title: "Kroniske, uændrede smerter, der er udredt før: vejled og henvis til kommunen, ingen ny billeddiagnostik",
  needs: ["referral"],
  judge(pathway) {
    if (pathway.condition !== "chronic" || !pathway.workedUpBefore) return [];
    const scans = all(pathway, ["referral", "mri"], ({type, to, day}) => day >= 0 && (type === "mri" || to === "mri"));
    if (scans.length > 0)
      return scans.map((scan) => departs(scan, [scan], "Ny billeddiagnostik trods tidligere udredning."));
    const referral = first(pathway, "referral", ({to}) => to === "municipality");
    return [
      referral
        ? follows(referral, [referral], "Henvises til kommunen uden ny billeddiagnostik.")
        : departs(null, [], "Ingen henvisning til kommunen.")
    ];
  }
};
