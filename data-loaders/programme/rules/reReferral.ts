import {all, departs, first, follows, undecided, type PathwayRule} from "../rule.js";

export const reReferral: PathwayRule = {
  id: "PR19",
  title: "Ny henvisning til sygehus kun, når tilstanden er tydeligt ændret, og der findes en uprøvet behandling",
  needs: ["referral"],
  judge(pathway) {
    if (!pathway.workedUpBefore) return [];
    const referrals = all(pathway, "referral", ({to, day}) => to === "hospital" && day >= 0);
    if (referrals.length === 0) return [follows(null, [], "Ingen ny henvisning til sygehus.")];
    return referrals.map((referral) => {
      const change = first(
        pathway,
        ["consultation", "exam", "symptom_worsening"],
        ({day, state}) => state === "worse" && day >= 0 && day <= referral.day
      );
      return change
        ? undecided(
            referral,
            [change, referral],
            "Tilstanden er ændret; om en uprøvet behandling findes, er ikke omtalt."
          )
        : departs(referral, [referral], "Henvises igen, uden at tilstanden er ændret.");
    });
  }
};
