import {needsOf} from "../../indicators/definition/completeness.js";
import {indicator as surgery} from "../../indicators/surgeryWithinAYear.js";
import {danishDay, rounded} from "../../printed/printedNumber.js";
import {keyFigureOf, reportPeriod, rowsOf} from "../../printed/registers/computed.js";
import {sameWords, stated, type Definition} from "./definition.js";
import {groupOf} from "../../printed/registers/regions.js";
import {isSame, spanInWords, spansIn} from "./spans.js";

const list = new Intl.ListFormat("da");

/** Who the patients are, and what of them the report counts. */
export const definitionsOfPatients: Record<string, Definition> = {
  DEF01: {
    term: "databasens patienter",
    text: "Slidbetingede smerter i nakke, bryst- eller lænderyg",
    how: "Kodelisten over rygdiagnoser har diagnoser i både nakke og ryg.",
    check: ({codelists}) => {
      const sites = new Set(codelists.back_diagnoses.map(({site}) => site));
      return [stated(`${codelists.back_diagnoses.length} koder i listen`, sites.has("neck") && sites.has("back"))];
    }
  },
  DEF02: {
    term: "rapportens patienter",
    text: "Kontakt med offentligt eller privat hospital i perioden på grund af ikke-inflammatorisk og ikke-ondartet rygsmerte",
    how: "Den seneste periode, og grundene i listen over udelukkede diagnoser.",
    check: (c, {time_window}) => {
      const {from, to} = reportPeriod(c);
      const reasons = new Set(c.codelists.excluded_diagnoses.map(({reason}) => reason));
      return [
        stated(`${danishDay(from)} til ${danishDay(to)}`, `${from}..${to}` === time_window),
        stated(
          "inflammatorisk og ondartet rygsygdom er udeladt",
          reasons.has("inflammatory") && reasons.has("malignant")
        )
      ];
    }
  },
  DEF03: {
    term: "nye patienter",
    text: "Mindst 18 år, og ingen hospitalskontakt for rygsmerter i de to foregående år",
    how: "Mindste alder og år uden kontakt i definitionen af kohorten.",
    check: ({parameters: {minimumAge, yearsWithout}}, {definition_en, time_window}) => [
      stated(`mindst ${minimumAge} år`, definition_en!.includes(`Age ${minimumAge} or more`)),
      stated(`${yearsWithout} år uden kontakt`, isSame({years: -yearsWithout}, spansIn(time_window!)[0]))
    ]
  },
  DEF04: {
    term: "fire diagnosegrupper",
    text: "De fire hyppigste diagnosegrupper ved første kontakt: DM47, DM48, DM51 og DM54",
    how: "Grupperne i kodelisten over rygdiagnoser, og at hver har patienter.",
    check: (c, {codes}) => {
      const printed = codes!.split(";").map((code) => groupOf(code.trim()));
      const ours = new Set(
        c.codelists.back_diagnoses.map(({diagnosis_group}) => diagnosis_group).filter((group) => group !== "other")
      );
      const filled = rowsOf(c, "diagnoses", {hospital_region: "country"}).filter(
        ({patients}) => (patients as number) > 0
      );
      return [
        stated(
          list.format(ours),
          sameWords(ours, printed) && printed.every((group) => filled.some((row) => row.diagnosis_group === group))
        )
      ];
    }
  },
  DEF05: {
    term: "uspecifikke rygsmerter",
    text: "Diagnosegruppen rygsmerter (DM54)",
    how: "Nøgletallet for uspecifikke rygsmerter mod diagnosegruppens andel.",
    check: (c, {codes}) => {
      const [row] = rowsOf(c, "diagnoses", {hospital_region: "country", diagnosis_group: groupOf(codes!)});
      const inTenths = (percent: unknown) => rounded((percent ?? NaN) as number, 1);
      return [stated("samme andel", inTenths(row?.percent) === inTenths(keyFigureOf(c, "dx_unspecific_back_pain")))];
    }
  },
  DEF06: {
    term: "incidens",
    text: "Nye patienter pr. 100.000 borgere over 18 år i hver region",
    how: "Befolkningens mindste alder, og at hver region har en værdi.",
    check: (c, {definition_en}) => {
      const regions = rowsOf(c, "incidence", {area_type: "region"}).filter(
        ({area_id, per_100000}) => area_id !== "unknown" && per_100000 !== null
      );
      return [
        stated(
          `borgere fra ${c.parameters.minimumAge} år`,
          definition_en!.includes(`over ${c.parameters.minimumAge} years`)
        ),
        stated(`${regions.length} regioner`, regions.length === 5)
      ];
    }
  },
  DEF07: {
    term: "opereret",
    text: "Operation inden for det første år",
    how: "Indikatorens vindue.",
    check: (_, {time_window}) => {
      const {to} = surgery.windows.numerator;
      return [stated(spanInWords(to), isSame(to, spansIn(time_window!)[0]))];
    }
  },
  DEF08: {
    term: "første kontakts speciale",
    text: "Akut, medicinsk eller kirurgisk afdeling eller privathospital",
    how: "Specialerne i kodelisten, og at ejeren afgør, hvad der er privat.",
    check: ({codelists}) => [
      stated(
        "akut, medicin og kirurgi",
        sameWords(
          codelists.specialties.map(({specialty}) => specialty),
          ["acute", "medicine", "surgery", "other"]
        )
      ),
      stated(
        "private ejere",
        codelists.owners.some((owner) => owner.private === "yes")
      )
    ]
  },
  DEF09: {
    term: "patientforløb",
    text: "Op til seks kontakter inden for et år, ved fremmøde eller virtuelt",
    how: "Antal kontakter og vindue i forløbet, og de kontakttyper, der tæller.",
    check: ({codelists, parameters: {flowContacts}}, {definition_en, time_window}) => {
      const followed = needsOf([]).find(({subject}) => subject === "patient_flows")?.spans[0];
      const types = codelists.contact_types.filter(({counts}) => counts === "yes");
      return [
        stated(`${flowContacts} kontakter`, definition_en!.includes(`up to ${flowContacts} contacts`)),
        stated(spanInWords(followed), isSame(followed, spansIn(time_window!)[0])),
        stated(
          list.format(types.map(({label}) => label.toLowerCase())),
          sameWords(
            types.map(({code}) => code),
            ["ALCA00", "ALCA03"]
          )
        )
      ];
    }
  }
};
