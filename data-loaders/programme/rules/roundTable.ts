import {departs, first, follows, type PathwayRule} from "../rule.js";

export const roundTable: PathwayRule = {
  id: "PR66",
  title: "Er en patient i et sygehusforløb sygemeldt, arrangeres rundbordssamtale på arbejdspladsen",
  needs: ["sick_leave_start", "round_table_meeting"],
  judge(pathway) {
    const started = first(pathway, "sick_leave_start");
    const visit = first(pathway, "consultation", ({sector, day}) => sector === "hospital" && day >= 0);
    const ended = first(pathway, "sick_leave_end");
    if (!started || !visit || (ended && ended.day <= visit.day)) return [];
    const meeting = first(pathway, "round_table_meeting");
    return [
      meeting
        ? follows(meeting, [started, visit, meeting], "Rundbordssamtale holdes under sygemeldingen.")
        : departs(visit, [started, visit], "Ingen rundbordssamtale er omtalt.")
    ];
  }
};
