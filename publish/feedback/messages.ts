import {count, percent} from "../../src/components/words/format.js";
import type {ComparedShare, OwnPractice} from "./ownPractice.js";

/** One of at most three messages of the first page. */
export interface Message {
  kind: "well" | "alike" | "canBeBetter" | "few";
  heading: string;
  text: string;
  /** What it could mean for patients to change it. */
  means?: string;
  /** A goal to begin from on the work sheet. */
  goal?: string;
}

const list = new Intl.ListFormat("da");

/**
 * What the first page says: at most three messages, from what goes well to what can be better. Only a difference beyond
 * chance is said to be one; a participant is told what is alike, never a place among the others.
 */
export function messages({few, registrations, compared, profession}: OwnPractice): Message[] {
  if (few)
    return [
      {
        kind: "few",
        heading: "For få til at sige noget",
        text: `Du har ${count(registrations)} ${registrations === 1 ? "registrering" : "registreringer"}. Med så få kan tilfældet alene give næsten hvad som helst, så dine andele sammenlignes ikke med andres.`
      }
    ];
  const surest = (verdict: ComparedShare["verdict"]) =>
    compared.filter((share) => share.verdict === verdict).toSorted((a, b) => apart(b) - apart(a));
  const [well] = surest("better");
  const worse = surest("worse").slice(0, 2);
  const alike = compared.filter(({verdict}) => verdict === "alike");
  return [
    ...(well
      ? [
          {
            kind: "well" as const,
            heading: "Det går godt",
            text: `${found(well)} Det er ${well.aim.better === "more" ? "oftere" : "sjældnere"} end blandt ${profession.inText} samlet (${percent(well.profession)}), og mere end tilfældet alene forklarer.`
          }
        ]
      : []),
    ...(alike.length > 0 && worse.length < 2
      ? [
          {
            kind: "alike" as const,
            heading: "På linje med faggruppen",
            text: `${alike.length === compared.length ? `Ingen af dine ${alike.length} andele` : `Hvor ofte du ${list.format(alike.map(({aim}) => aim.did))},`} afviger ${alike.length === compared.length ? "mere fra faggruppens" : "ikke mere fra faggruppen"}, end tilfældet alene kan forklare.`
          }
        ]
      : []),
    ...worse.map((share) => ({
      kind: "canBeBetter" as const,
      heading: "Her er der noget at hente",
      text: `${found(share)} Blandt ${profession.inText} samlet er det ${percent(share.profession)}; så stor en forskel forklarer tilfældet ikke alene.${asOthers(share)}`,
      means: share.aim.means,
      goal: share.aim.goal
    }))
  ];
}

function found({aim, own, of, percent: share}: ComparedShare): string {
  return `Du ${aim.did} ved ${count(own)} af ${count(of)} registreringer (${percent(share)}).`;
}

function asOthers({asProfession, asBest, bestQuarter, aim, of}: ComparedShare): string {
  if (asProfession === null) return "";
  const best =
    asBest === null || asBest === asProfession
      ? ""
      : `, og som den fjerdedel, der gør det ${aim.better === "more" ? "mest" : "mindst"} (${aim.better === "more" ? "mindst" : "højst"} ${percent(bestQuarter, 0)}), ${aim.better === "more" ? "mindst" : "højst"} ${count(asBest)}`;
  return ` Som faggruppen ville det være omkring ${count(asProfession)} af ${count(of)}${best}.`;
}

/** How far a share lies from the profession's, against how far chance alone reaches to that side. */
function apart({percent: share, profession, chance}: ComparedShare): number {
  const distance = share - profession!;
  return distance / ((distance < 0 ? chance!.low : chance!.high) - profession! || Math.sign(distance) * 0.1);
}
