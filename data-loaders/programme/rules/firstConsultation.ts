import {departs, first, follows, undecided, type PathwayRule} from "../rule.js";

/** Examined, advised and given a new appointment at the first consultation. */
export const firstConsultation: PathwayRule = {
  id: "PR58",
  title:
    "Ved første konsultation undersøges patienten for røde flag, vejledes om aktivitet og træning og får aftale om ny konsultation, hvis det ikke går bedre",
  needs: ["consultation", "exam", "advice", "follow_up_agreed"],
  judge(pathway) {
    const contact = first(pathway, "consultation", ({actor, day}) => actor === "gp" && day === 0);
    if (!contact) return [];
    const [exam, advice, agreed] = (["exam", "advice", "follow_up_agreed"] as const).map((type) =>
      first(pathway, type, ({actor, day}) => actor === "gp" && day === contact.day)
    );
    const missing = [advice ? "" : "vejledning", agreed ? "" : "aftale om ny konsultation"]
      .filter(Boolean)
      .join(" og ");
    const events = [contact, exam, advice, agreed];
    if (missing) return [departs(contact, events, `Der mangler ${missing} ved første konsultation.`)];
    return [
      exam
        ? follows(contact, events, "Undersøgelse, vejledning og aftale om ny konsultation ved første kontakt.")
        : undecided(contact, events, "Vejledning og ny aftale er givet; undersøgelsen er ikke omtalt.")
    ];
  }
};
