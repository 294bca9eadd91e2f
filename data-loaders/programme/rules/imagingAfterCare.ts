import {all, days, departs, first, follows, type PathwayRule} from "../rule.js";

/** Four weeks, the lower end of the programme's four to eight. */
const fourWeeks = 28;

export const imagingAfterCare: PathwayRule = {
  id: "PR09",
  title:
    "MR-scanning og sygehus først efter fire til otte uger uden tilstrækkelig virkning af behandling i praksissektoren, akutte tegn undtaget",
  needs: ["referral"],
  judge(pathway) {
    const acute = first(pathway, ["consultation", "exam"], ({signs}) => signs?.includes("cauda_equina"));
    const referrals = all(pathway, "referral", ({to}) => to === "mri" || to === "hospital");
    return referrals.map((referral) => {
      const what = referral.to === "mri" ? "MR-scanning" : "sygehus";
      const after = days(referral.day);
      const care = first(
        pathway,
        ["exercise", "manual_therapy"],
        ({sector, day}) => sector === "primary" && day >= 0 && day < referral.day
      );
      const events = [care, acute, referral];
      if (acute) return follows(referral, events, `Akutte tegn begrunder henvisning til ${what}.`);
      if (referral.day < fourWeeks) return departs(referral, events, `Henvises til ${what} efter ${after}.`);
      return care
        ? follows(referral, events, `Henvises til ${what} efter ${after} med behandling i praksissektoren.`)
        : departs(referral, events, `Henvises til ${what} uden forudgående behandling i praksissektoren.`);
    });
  }
};
