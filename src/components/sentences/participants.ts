import {count, decimal, percent} from "../words/format.js";
import {explainedByChance} from "./areas.js";
import type {Participants} from "../../../data-loaders/ground/rules.js";

/** A row of the table `variation`. */
export interface Spread {
  units: number | null;
  observed_spread: number | null;
  expected_spread: number | null;
  chance_share: number | null;
  chance_share_low: number | null;
  chance_share_high: number | null;
}

/** How much of the variation between participants chance explains, in one sentence. */
export function chance(spread: Spread | undefined, share: number | null): string {
  if (!spread || spread.observed_spread === null || spread.expected_spread === null)
    return "Variationen kan ikke beregnes for dette svar.";
  if (spread.chance_share === null)
    return "Enten ingen eller alle registreringer har dette svar, så der er ingen variation at forklare.";
  const start =
    `De ${count(spread.units)} deltageres andele spreder sig ${decimal(spread.observed_spread)} procentpoint om faggruppens ${percent(share)}; ` +
    `alene ved tilfældighed ventes ${decimal(spread.expected_spread)}.`;
  return `${start} ${explainedByChance(spread)}`;
}

/** Stands where participants would be shown one by one. */
export const participantsNotShown = "Deltagerne vises ikke enkeltvis på dette websted; her er kun tal for faggrupper.";

/** How bars that are participants are to be read. */
export function barsInWords(shown: Participants): string {
  if (shown === "hidden") return participantsNotShown;
  const name = shown === "number" ? "med deltagerens nummer under" : "uden nummer";
  return (
    `Én søjle er én deltager, og søjlerne står fra den laveste andel til den højeste, ${name}. Også nuller er med. ` +
    "Bag søjlerne ses, hvor langt en deltager kan komme fra faggruppens andel alene ved tilfældighed."
  );
}

/** How a reader finds their own bar. */
export function findYourself(shown: Participants): string {
  return shown === "code" ? "skriv den private kode, du har fået." : "vælg din faggruppe og skriv dit deltagernummer.";
}

/** Which of the three ways participants are shown in, and why. */
export function participantsInWords(shown: Participants): string {
  if (shown === "hidden") {
    return (
      "På dette websted vises deltagerne ikke. En praktiserende læge registrerer omkring otte patienter, så hver søjle i et variationsdiagram bygger på få, " +
      "og den dataansvarlige har valgt, at de slet ikke offentliggøres. Hvor meget deltagerne i en faggruppe adskiller sig tilsammen, står der stadig."
    );
  }
  const bars =
    "En praktiserende læge registrerer omkring otte patienter, så hver søjle i et variationsdiagram bygger på få. De vises alligevel: en registrering nævner hverken person eller sted, og ";
  if (shown === "number") return `${bars}læseren ved ikke, hvem der har hvilket deltagernummer.`;
  return (
    `${bars}ingen søjle har et nummer. Hver deltager har fået en tilfældig kode, som kun deltageren og organisatoren kender. Offentliggjort er en hash af koden: ` +
    "den kan ikke regnes tilbage, og den er langsom at lave, så koder ikke kan prøves af. Skriver du din kode, laver din browser hashen; koden sendes ingen steder. " +
    "Sådan kan heller ikke den, der kender deltagernes numre, se, hvis søjlen er."
  );
}
