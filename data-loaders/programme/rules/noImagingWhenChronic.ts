import {all, numbers, type PathwayRule} from "../rule.js";

export const noImagingWhenChronic: PathwayRule = {
  id: "PR70",
  title: "Kroniske, uændrede smerter, der er udredt før: vejled og henvis til kommunen, ingen ny billeddiagnostik",
  needs: ["referral"],
  judge(pathway) {
    if (pathway.condition !== "chronic" || !pathway.workedUpBefore) return [];
    const scans = all(pathway, ["referral", "mri"], ({type, to, day}) => day >= 0 && (type === "mri" || to === "mri"));
    if (scans.length > 0)
      return scans.map((scan) => ({
        verdict: "departs",
        step: scan.no,
        events: numbers(scan),
        because: "Ny billeddiagnostik trods tidligere udredning."
      }));
    const [referral] = all(pathway, "referral", ({to}) => to === "municipality");
    if (!referral) return [{verdict: "departs", step: null, events: [], because: "Ingen henvisning til kommunen."}];
    return [
      {
        verdict: "follows",
        step: referral.no,
        events: numbers(referral),
        because: "Henvises til kommunen uden ny billeddiagnostik."
      }
    ];
  }
};
