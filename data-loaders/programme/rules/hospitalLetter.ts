import {all, departs, first, follows, type PathwayRule} from "../rule.js";

const fortnight = 14;

export const hospitalLetter: PathwayRule = {
  id: "PR65",
  title: "Sygehuset skriver til egen læge og, når patienten er sygemeldt, til kommunens sagsbehandler",
  needs: ["case_conference", "discharge_letter"],
  judge(pathway) {
    const conference = first(pathway, "case_conference");
    if (!conference) return [];
    const started = first(pathway, "sick_leave_start");
    const ended = first(pathway, "sick_leave_end");
    const sickListed =
      started !== undefined && started.day <= conference.day && (ended === undefined || ended.day > conference.day);
    const wanted = sickListed ? (["gp", "municipality"] as const) : (["gp"] as const);
    const letters = all(
      pathway,
      "discharge_letter",
      ({day, sector}) => sector === "hospital" && day >= conference.day && day - conference.day <= fortnight
    );
    const letter = letters.find(({recipients}) => wanted.every((one) => recipients?.includes(one)));
    return [
      letter
        ? follows(
            letter,
            [conference, letter],
            sickListed ? "Egen læge og sagsbehandler får brev." : "Egen læge får brev."
          )
        : departs(conference, [conference, ...letters], "Ikke alle, der skal have brev, får det inden for to uger.")
    ];
  }
};
