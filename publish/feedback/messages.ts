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

/** How a share is spoken of, by which way is better. */
const ways = {
  more: {often: "oftere", most: "mest", bound: "mindst"},
  less: {often: "sjældnere", most: "mindst", bound: "højst"}
} as const;

/**
 * What the first page says: at most three messages, from what goes well to what can be better. Only a difference beyond
 * chance is said to be one; a participant is told what is alike, never a place among the others.
 */
export function messages(practice: OwnPractice): Message[] {
  if (practice.few) return [tooFew(practice.registrations)];
  const {compared, profession} = practice;
  const surest = (verdict: ComparedShare["verdict"]) =>
    compared.filter((share) => share.verdict === verdict).toSorted((a, b) => apart(b) - apart(a));
  const [well] = surest("better");
  const worse = surest("worse").slice(0, 2);
  const alike = compared.filter(({verdict}) => verdict === "alike");
  return [
    ...(well ? [goesWell(well, profession.inText)] : []),
    ...(alike.length > 0 && worse.length < 2 ? [isAlike(alike, compared.length)] : []),
    ...worse.map((share) => canBeBetter(share, profession.inText))
  ];
}

function tooFew(registrations: number): Message {
  return {
    kind: "few",
    heading: "For få til at sige noget",
    text: `Du har ${count(registrations)} ${registrations === 1 ? "registrering" : "registreringer"}. Med så få kan tilfældet alene give næsten hvad som helst, så dine andele sammenlignes ikke med andres.`
  };
}

function goesWell(share: ComparedShare, inText: string): Message {
  return {
    kind: "well",
    heading: "Det går godt",
    text: `${found(share)} Det er ${ways[share.aim.better].often} end blandt ${inText} samlet (${percent(share.profession)}), og mere end tilfældet alene forklarer.`
  };
}

function isAlike(alike: readonly ComparedShare[], compared: number): Message {
  return {
    kind: "alike",
    heading: "På linje med faggruppen",
    text:
      alike.length === compared
        ? `Ingen af dine ${alike.length} andele afviger mere fra faggruppens, end tilfældet alene kan forklare.`
        : `Hvor ofte du ${list.format(alike.map(({aim}) => aim.did))}, afviger ikke mere fra faggruppen, end tilfældet alene kan forklare.`
  };
}

function canBeBetter(share: ComparedShare, inText: string): Message {
  return {
    kind: "canBeBetter",
    heading: "Her er der noget at hente",
    text: `${found(share)} Blandt ${inText} samlet er det ${percent(share.profession)}; så stor en forskel forklarer tilfældet ikke alene.${asOthers(share)}`,
    means: share.aim.means,
    goal: share.aim.goal
  };
}

function found({aim, own, of, percent: share}: ComparedShare): string {
  return `Du ${aim.did} ved ${count(own)} af ${count(of)} registreringer (${percent(share)}).`;
}

function asOthers({asProfession, asBest, bestQuarter, aim, of}: ComparedShare): string {
  if (asProfession === null) return "";
  const {most, bound} = ways[aim.better];
  const best =
    asBest === null || asBest === asProfession
      ? ""
      : `, og som den fjerdedel, der gør det ${most} (${bound} ${percent(bestQuarter, 0)}), ${bound} ${count(asBest)}`;
  return ` Som faggruppen ville det være omkring ${count(asProfession)} af ${count(of)}${best}.`;
}

/** How far a share lies from the profession's, against how far chance alone reaches to that side. */
function apart({percent: share, profession, chance}: ComparedShare): number {
  const distance = share - profession!;
  return distance / ((distance < 0 ? chance!.low : chance!.high) - profession! || Math.sign(distance) * 0.1);
}
