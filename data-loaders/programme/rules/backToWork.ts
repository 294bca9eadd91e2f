import {departs, first, follows, type PathwayRule} from "../rule.js";

export const backToWork: PathwayRule = {
  id: "PR59",
  title: "Patienter rådes til at blive på arbejdet eller vende tidligt tilbage",
  needs: ["advice", "sick_leave_start"],
  judge(pathway) {
    const advice = first(
      pathway,
      ["advice", "discharge_letter"],
      ({about, day}) => day >= 0 && about?.includes("work")
    );
    if (advice) return [follows(advice, [advice], "Rådet om arbejde er givet.")];
    const started = first(pathway, "sick_leave_start");
    if (!started) return [];
    const agreement = first(pathway, ["round_table_meeting", "gradual_return"], ({day}) => day >= started.day);
    return [
      agreement
        ? follows(agreement, [started, agreement], "Vejen tilbage til arbejdet aftales.")
        : departs(started, [started], "Hverken råd om arbejde eller en aftale om at vende tilbage er omtalt.")
    ];
  }
};
