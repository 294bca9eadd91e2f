import {first, numbers, type PathwayRule} from "../rule.js";

export const backToWork: PathwayRule = {
  id: "PR59",
  title: "Patienter rådes til at blive på arbejdet eller vende tidligt tilbage",
  needs: ["advice", "sick_leave_start"],
  judge(pathway) {
    const advice = first(
      pathway,
      ["advice", "discharge_letter"],
      ({about, day}) => day >= 0 && (about?.includes("work") ?? false)
    );
    if (advice)
      return [{verdict: "follows", step: advice.no, events: numbers(advice), because: "Rådet om arbejde er givet."}];
    const started = first(pathway, "sick_leave_start");
    if (!started) return [];
    const agreement = first(pathway, ["round_table_meeting", "gradual_return"], ({day}) => day >= started.day);
    if (agreement)
      return [
        {
          verdict: "follows",
          step: agreement.no,
          events: numbers(started, agreement),
          because: "Vejen tilbage til arbejdet aftales."
        }
      ];
    return [
      {
        verdict: "departs",
        step: started.no,
        events: numbers(started),
        because: "Hverken råd om arbejde eller en aftale om at vende tilbage er omtalt."
      }
    ];
  }
};
