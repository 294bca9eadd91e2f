import {fullEmployment, indicator as retention} from "../../indicators/labourMarketRetention.js";
import {indicator as beforehand} from "../../indicators/primaryCareBefore.js";
import {indicator as noPriorUse} from "../../indicators/strongAnalgesicNoPriorUse.js";
import {indicator as priorUse} from "../../indicators/strongAnalgesicPriorUse.js";
import {danish, rounded} from "../../printed/printedNumber.js";
import {totalOf} from "../../printed/totalOf.js";
import {indicatorOf, rowsOf, type ComputedRegisters, type Match} from "../../printed/registers/computed.js";
import {sameWords, stated, type Definition} from "./definition.js";
import {indicatorItems} from "../../printed/registers/indicatorItems.js";
import {isSame, spanInWords, spansIn} from "./spans.js";

const country: Match = {area_type: "country", area_id: "country"};

/** What the indicators count, in which window, from which register and by which codes. */
export const definitionsOfIndicators: Record<string, Definition> = {
  DEF10: {
    term: "stærk smertestillende medicin",
    text: "Opioider, gabapentin, pregabalin og amitriptylin",
    how: "Lægemidlerne i kodelisten.",
    check: ({codelists: {drugs}}, {codes}) => {
      const printed = codes!
        .replace(/\(.*/, "")
        .split(";")
        .map((drug) => drug.trim().replace("opioids", "opioid"));
      const ours = new Set(drugs.map(({drug}) => drug));
      return [stated([...new Set(drugs.map(({label}) => label.toLowerCase()))].join(", "), sameWords(ours, printed))];
    }
  },
  DEF11: {
    term: "indløst recept",
    text: "Recept indløst på et apotek; hospitalsapoteker er ikke med",
    how: "Begge indikatorer læser kun registret over lægemidler solgt på apotek (lmdb), som ikke har hospitalernes egne apoteker med.",
    check: () => [
      stated(
        "kun lmdb",
        [noPriorUse, priorUse].every(({registers}) => sameWords(registers, ["lmdb"]))
      )
    ]
  },
  DEF12: {
    term: "uden tidligere forbrug, nævner",
    text: "Ingen indløst recept i de 3 måneder før",
    how: "Indikatorens vindue før kontakten.",
    check: before(noPriorUse)
  },
  DEF13: {
    term: "uden tidligere forbrug, tæller",
    text: "Heller ingen 90-180 dage efter; højt er bedst",
    how: "Indikatorens vindue efter kontakten, og retningen.",
    check: (_, {time_window}) => {
      const {from, to} = noPriorUse.windows.numerator;
      const [first, last] = spansIn(time_window!);
      return [
        stated(`${spanInWords(from)} til ${spanInWords(to)}`, isSame(from, first) && isSame(to, last)),
        stated("højt er bedst", noPriorUse.direction === "high")
      ];
    }
  },
  DEF14: {
    term: "med tidligere forbrug, nævner",
    text: "Indløst recept i de 3 måneder før",
    how: "Indikatorens vindue før kontakten.",
    check: before(priorUse)
  },
  DEF15: {
    term: "med tidligere forbrug, tæller",
    text: "Ingen indløst recept efter kontakten; vinduet er ikke trykt",
    how: "Samme vindue som uden tidligere forbrug, og at det står som en antagelse.",
    check: () => [
      stated(
        "samme vindue",
        JSON.stringify(priorUse.windows.numerator) === JSON.stringify(noPriorUse.windows.numerator)
      ),
      stated(
        "nævnt som antagelse",
        priorUse.assumptions.some((assumption) => assumption.includes("tællerens vindue"))
      )
    ]
  },
  DEF16: {
    term: "lægemiddeltype",
    text: "Kun mod neuropatiske smerter, kun opioider eller begge",
    how: "Typerne i tabellen; før kontakten er de tilsammen alle patienter med tidligere forbrug.",
    check: (c) => {
      const rows = rowsOf(c, "drug_types", {indicator_id: priorUse.id, timing: "before"});
      return [
        stated(
          `${danish(totalIn(rows, "percent"))} %`,
          sameWords(
            rows.map((row) => row.drug_type as string),
            ["neuropathic", "opioid", "both"]
          ) && isWhole(rows)
        )
      ];
    }
  },
  DEF17: {
    term: "receptudsteder",
    text: "Læge i primær eller sekundær sektor",
    how: "Sektorerne i tabellen er tilsammen alle, der har indløst recept efter kontakten.",
    check: (c) =>
      [noPriorUse, priorUse].map(({id, title}) => {
        const rows = rowsOf(c, "prescribers", {indicator_id: id}).filter(({sector}) => sector !== "unknown");
        const redeemed =
          indicatorItems.denominator!.find(c, id).computed! - indicatorItems.numerator!.find(c, id).computed!;
        const patients = totalIn(rows, "patients");
        return stated(`${title}: ${danish(patients)} patienter`, rows.length === 2 && patients === redeemed);
      })
  },
  DEF18: {
    term: "kommune",
    text: "Bopælskommune",
    how: "Kommunerne i tabellen over indikatorer.",
    check: (c) => {
      const areas = rowsOf(c, "indicator_values", {indicator_id: noPriorUse.id, area_type: "municipality"}).filter(
        ({area_id}) => area_id !== "unknown"
      );
      return [stated(`${areas.length} kommuner`, areas.length === 98)];
    }
  },
  DEF19: {
    term: "fastholdelse i arbejde, nævner",
    text: "30-60 år og i fuld beskæftigelse et år før",
    how: "Indikatorens alder og vindue.",
    check: (_, {definition_en, time_window}) => {
      const {from, to} = retention.ages!;
      const window = retention.windows.denominator?.from;
      return [
        stated(`${from}-${to} år`, definition_en!.includes(`aged ${from}-${to}`)),
        stated(spanInWords(window), isSame(window, spansIn(time_window!)[0]))
      ];
    }
  },
  DEF20: {
    term: "fuld beskæftigelse",
    text: "Mindst 30 timer om ugen",
    how: "Den grad, der tæller som fuld, er 30 af 37 timer.",
    check: (_, {definition_en}) => fullAt(definition_en!)
  },
  DEF21: {
    term: "beskæftigelsesgrad",
    text: "37 timer er 1",
    how: "Den grad, der tæller som fuld, er 30 af 37 timer.",
    check: (_, {codes}) => fullAt(codes!)
  },
  DEF22: {
    term: "fastholdelse i arbejde, tæller",
    text: "Stadig i fuld beskæftigelse et år efter",
    how: "Indikatorens vindue efter kontakten.",
    check: (_, {time_window}) => {
      const {to} = retention.windows.numerator;
      return [stated(spanInWords(to), isSame(to, spansIn(time_window!)[0]))];
    }
  },
  DEF23: {
    term: "ikke længere i fuld beskæftigelse",
    text: "Nedsat tid, offentlig ydelse og andet",
    how: "Udfaldene i tabellen er tilsammen alle, der ikke længere er i fuld beskæftigelse.",
    check: (c) => {
      const rows = rowsOf(c, "employment_outcomes", country);
      return [
        stated(
          `${rows.length} udfald`,
          sameWords(
            rows.map(({outcome}) => outcome as string),
            ["reduced_hours", "public_benefit", "other"]
          ) && isWhole(rows)
        )
      ];
    }
  },
  DEF24: {
    term: "kontakt med praksis før hospitalet",
    text: "Kontakt med tilskud til kiropraktor eller fysioterapeut i det forudgående halve år",
    how: "Indikatorens vindue og register.",
    check: (_, {time_window}) => {
      const {from} = beforehand.windows.numerator;
      return [
        stated(spanInWords(from), isSame(from, spansIn(time_window!)[0])),
        stated("kun sssy", sameWords(beforehand.registers, ["sssy"]))
      ];
    }
  },
  DEF25: {
    term: "kiropraktorers ydelser",
    text: "Speciale 53 og 64, ydelserne i de trykte intervaller",
    how: "Kodelisten over ydelser.",
    check: (c, {codes}) => {
      const [specialties, services] = codes!.split(":");
      const printed = printedCodes(services!).flatMap((code) =>
        specialties!.match(/\d+/g)!.map((specialty) => `${specialty}${code}`)
      );
      return servicesOf(c, "chiropractor", printed);
    }
  },
  DEF26: {
    term: "fysioterapeuters ydelser",
    text: "Første konsultation, normal og kort behandling, enkeltvis og på hold",
    how: "Kodelisten over ydelser.",
    check: (c, {codes}) => servicesOf(c, "physiotherapist", printedCodes(codes!))
  },
  DEF27: {
    term: "varslede indikatorer",
    text: "MR-skanning og genoptræning nævnes uden tal og definition",
    how: "Begge findes som forslag, mærket som antaget.",
    check: (c) =>
      ["repeated_mri", "rehabilitation_after_surgery"].map((id) => {
        const proposal = indicatorOf(c, id);
        return stated(
          `${proposal?.title ?? id}: ${proposal?.status === "assumed" ? "antaget" : "ikke mærket"}`,
          proposal?.status === "assumed"
        );
      })
  }
};

function before({windows}: typeof noPriorUse): Definition["check"] {
  return (_, {time_window}) => [
    stated(spanInWords(windows.denominator?.from), isSame(windows.denominator?.from, spansIn(time_window!)[0]))
  ];
}

/** Full employment and a full week in hours are 30 and 37 where the words do not say otherwise. */
function fullAt(words: string) {
  const [, week = "37"] = /(\d+) h = 1/.exec(words) ?? [];
  const [, full = "30"] = /(?:at least |>=)(\d+) h/i.exec(words) ?? [];
  return [stated(`grad ${danish(fullEmployment, 2)}`, fullEmployment === rounded(Number(full) / Number(week), 2))];
}

function servicesOf({codelists}: ComputedRegisters, profession: string, printed: string[]) {
  const ours = codelists.service_codes
    .filter(({provider}) => provider === profession)
    .map(({specialty, service}) => `${specialty}${service}`);
  return [stated(`${new Set(ours).size} koder`, sameWords(ours, printed))];
}

/** Whether shares are those of everybody, each in one group only. */
function isWhole(rows: Record<string, unknown>[]): boolean {
  return totalIn(rows, "patients") === rows[0]?.total;
}

function totalIn(rows: Record<string, unknown>[], column: string): number {
  return totalOf(rows.map((row) => (row[column] ?? NaN) as number));
}

/**
 * Every code in a list as it is printed: `1015-17, 60-65 and 2020` is 1015, 1016, 1017, 1060 … 1065,
 * 2020. A code printed shorter than the one before it goes on with that one's leading digits.
 */
export function printedCodes(list: string): string[] {
  let last = "";
  return [...list.matchAll(/(\d+)(?:-(\d+))?/g)].flatMap(([, from, to]) => {
    const first = completed(from!, last);
    last = completed(to ?? from!, first);
    return Array.from({length: Number(last) - Number(first) + 1}, (_, i) => String(Number(first) + i));
  });
}

function completed(code: string, before: string): string {
  return before.slice(0, Math.max(0, before.length - code.length)) + code;
}
