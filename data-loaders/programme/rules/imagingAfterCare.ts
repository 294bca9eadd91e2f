import {all, days, first, numbers, type PathwayRule} from "../rule.js";

/** Four weeks, the lower end of the programme's four to eight. */
const fourWeeks = 28;

export const imagingAfterCare: PathwayRule = {
  id: "PR09",
  title:
    "MR-scanning og sygehus først efter fire til otte uger uden tilstrækkelig virkning af behandling i praksissektoren, akutte tegn undtaget",
  needs: ["referral"],
  judge(pathway) {
    const acute = first(pathway, ["consultation", "exam"], ({signs}) => signs?.includes("cauda_equina") ?? false);
    const referrals = all(pathway, "referral", ({to}) => to === "mri" || to === "hospital");
    return referrals.map((referral) => {
      const what = referral.to === "mri" ? "MR-scanning" : "sygehus";
      const care = first(
        pathway,
        ["exercise", "manual_therapy"],
        ({sector, day}) => sector === "primary" && day >= 0 && day < referral.day
      );
      const judged = {step: referral.no, events: numbers(care, acute, referral)};
      if (acute) return {...judged, verdict: "follows", because: `Akutte tegn begrunder henvisning til ${what}.`};
      if (referral.day < fourWeeks)
        return {...judged, verdict: "departs", because: `Henvises til ${what} efter ${days(referral.day)}.`};
      if (!care)
        return {
          ...judged,
          verdict: "departs",
          because: `Henvises til ${what} uden forudgående behandling i praksissektoren.`
        };
      return {
        ...judged,
        verdict: "follows",
        because: `Henvises til ${what} efter ${days(referral.day)} med behandling i praksissektoren.`
      };
    });
  }
};
