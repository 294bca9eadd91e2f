import type {Codebook, Profession} from "../ground/codebook.js";
import {Refusal} from "../ground/refusal.js";
import type {Assumptions} from "./assumptions.js";
import {giveAges} from "./ages.js";
import {fillBlock} from "./block.js";
import {diagramsOf, sizesOf, tickDiagrams} from "./diagrams.js";
import {plausibleSizes} from "./participants.js";
import type {Printed} from "./printed.js";
import {stream} from "./randomness.js";
import {giveConsultations, giveSeverity} from "./severity.js";
import {emptySheet, type Sheet} from "./sheet.js";

/**
 * Makes the registrations of one form: participants, what their diagrams show, consultations, severity, then block by
 * block in the order of the form, ages last.
 *
 * @throws Refusal or RangeError when the printed figures and the assumptions contradict each other
 */
export async function makeForm(
  profession: Profession,
  codebook: Codebook,
  printed: Printed,
  assumptions: Assumptions,
  seed: number
): Promise<Sheet> {
  const form = printed.forms.get(profession.id)!;
  if (!assumptions.participants[profession.id] || !assumptions.consultations[profession.id]) {
    throw new Refusal(`Antagelserne mangler "${profession.id}"; tilføj det under participants og consultations.`);
  }
  const bars = printed.bars.filter((bar) => bar.profession === profession.id);
  const diagrams = diagramsOf(codebook, assumptions, bars);
  const sizes = bars.length ? await sizesOf(diagrams, bars, form, assumptions, profession.id, seed) : [];
  const participants = sizes.length
    ? sizes.map((size) => ({number: size.participant, registrations: size.registrations}))
    : plausibleSizes(
        form.participants,
        form.registrations,
        assumptions.participants[profession.id]!,
        stream(seed, `${profession.id}/sizes`)
      ).map((registrations, i) => ({number: String(i + 1), registrations}));
  const sheet = emptySheet(profession, participants);
  const context = {sheet, assumptions, seed};
  tickDiagrams(context, diagrams, sizes, form);
  giveConsultations(context, form);
  giveSeverity(
    context,
    form,
    (codebook.severe?.anyOf ?? []).filter((ref) => form.counts.has(ref))
  );
  for (const question of profession.questions) {
    if (form.counts.has(`${question.id}.missing`)) fillBlock(context, question, form);
  }
  const bands = printed.forms.get(assumptions.ages.bands_of[profession.id] ?? profession.id)!.ages;
  giveAges(context, bands);
  return sheet;
}
