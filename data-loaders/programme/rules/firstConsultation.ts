import {first, numbers, type PathwayRule} from "../rule.js";

/** Examined, advised and given a new appointment at the first consultation. */
export const firstConsultation: PathwayRule = {
  id: "PR58",
  title:
    "Ved første konsultation undersøges patienten for røde flag, vejledes om aktivitet og træning og får aftale om ny konsultation, hvis det ikke går bedre",
  needs: ["consultation", "exam", "advice", "follow_up_agreed"],
  judge(pathway) {
    const contact = first(pathway, "consultation", ({actor, day}) => actor === "gp" && day === 0);
    if (!contact) return [];
    const sameDay = (type: "exam" | "advice" | "follow_up_agreed") =>
      first(pathway, type, ({actor, day}) => actor === "gp" && day === contact.day);
    const exam = sameDay("exam");
    const advice = sameDay("advice");
    const agreed = sameDay("follow_up_agreed");
    const missing = [advice ? "" : "vejledning", agreed ? "" : "aftale om ny konsultation"]
      .filter(Boolean)
      .join(" og ");
    const judged = {step: contact.no, events: numbers(contact, exam, advice, agreed)};
    if (missing) return [{...judged, verdict: "departs", because: `Der mangler ${missing} ved første konsultation.`}];
    if (!exam)
      return [
        {...judged, verdict: "undecided", because: "Vejledning og ny aftale er givet; undersøgelsen er ikke omtalt."}
      ];
    return [
      {
        ...judged,
        verdict: "follows",
        because: "Undersøgelse, vejledning og aftale om ny konsultation ved første kontakt."
      }
    ];
  }
};
