import {decimal} from "../words/format.js";

/** A row of `means` for age, with the profession's name in running text. */
export interface MeanAge {
  profession: string;
  in_text: string;
  mean: number | null;
}

/** Which profession's patients are oldest and youngest on average, and how little or much that is. */
export function ages(means: MeanAge[]): string {
  const known = means.filter((row) => row.mean !== null && row.profession !== "all").sort((a, b) => a.mean! - b.mean!);
  const shown = means.some(({mean}) => mean === null) ? "viste " : "";
  const [youngest, oldest] = [known[0], known.at(-1)];
  if (!youngest || !oldest || youngest === oldest)
    return "Der er ikke nok kendte aldre til at sammenligne faggrupperne.";
  if (decimal(oldest.mean) === decimal(youngest.mean))
    return `Patienterne er lige gamle hos alle ${shown}faggrupper: ${decimal(oldest.mean)} år i gennemsnit.`;
  return (
    `Patienterne er ${shown && "blandt de viste faggrupper "}ældst hos ${oldest.in_text} (${decimal(oldest.mean)} år i gennemsnit) og yngst hos ${youngest.in_text} ` +
    `(${decimal(youngest.mean)} år): en forskel på omkring ${decimal(oldest.mean! - youngest.mean!, 0)} år.`
  );
}

/** What a bar of the age pyramid is a share of. */
export const ageShares =
  "Kvinder står til venstre og mænd til højre, som andel af registreringerne af samme køn med kendt alder.";
