/** A table that stands between extracts and published tables: about people, one row each time, and never published. */
export interface ModelWords {
  name: string;
  meaning: string;
  english: string;
}

/** Every model in Danish and in English; the rules behind them stand in `registers/registerModels.ts`. */
export const modelWords: ModelWords[] = [
  {
    name: "registrations",
    meaning: "Auditten: en række for hvert udfyldt skema, kontrolleret og med typer",
    english: "The audit: one row a form filled in, checked and typed"
  },
  {
    name: "periods",
    meaning: "Perioderne, som den første kontakt falder i: første og sidste dag",
    english: "The periods that the index contact falls in: first and last day"
  },
  {
    name: "back_contacts",
    meaning:
      "Hospitalskontakter ved fremmøde eller virtuelt med en rygdiagnose, der ikke er afkræftet, og uden inflammatorisk eller ondartet ryglidelse",
    english:
      "Hospital contacts, attended or virtual, with a back diagnosis that has not been revoked and without an inflammatory or malignant one"
  },
  {
    name: "cohort",
    meaning:
      "Databasens patienter: den første rygkontakt i perioden (indekskontakten) for voksne uden rygkontakt i de to år før",
    english:
      "The patients of the database: the first back contact of the period (the index contact) of adults with none in the two years before"
  },
  {
    name: "cohort_steps",
    meaning: "Hvem der er set i perioden, og hvorfor nogle ikke er med i kohorten",
    english: "Who was seen in the period, and why some are not in the cohort"
  },
  {
    name: "contact_coverage",
    meaning: "Hvor mange rygkontakter der har kendt bopæl og afdeling, efter måned og hospitalsregion",
    english: "How many back contacts have a known residence and department, by month and hospital region"
  },
  {
    name: "flow_contacts",
    meaning: "Patientens rygkontakter i rækkefølge inden for et år fra indekskontakten, med speciale",
    english: "A patient's back contacts in order within a year of the index contact, with specialty"
  },
  {
    name: "follow_up",
    meaning: "Hvor længe patienten følges: til død, udvandring eller vinduets slutning",
    english: "How long a patient is followed: until death, emigration or the end of the window"
  },
  {
    name: "strong_analgesics",
    meaning: "Patienternes indløste recepter på stærk smertestillende medicin",
    english: "The patients' redeemed prescriptions of strong analgesics"
  },
  {
    name: "guidance_services",
    meaning: "Patienternes ydelser hos kiropraktor og fysioterapeut, uge for uge",
    english: "The patients' services from chiropractors and physiotherapists, week by week"
  },
  {
    name: "employment_around",
    meaning: "Beskæftigelse og offentlige ydelser et år før og et år efter indekskontakten",
    english: "Employment and public benefits a year before and a year after the index contact"
  },
  {
    name: "spine_procedures",
    meaning: "Dage, hvor patienterne er rygopereret, MR-skannet i ryggen eller har fået en genoptræningsplan",
    english: "Days on which the patients had spine surgery, an MRI of the spine or a rehabilitation plan"
  },
  {
    name: "pathway_events",
    meaning:
      "Hvad registrene ved om patientens forløb, i rækkefølge, fra et halvt år før indekskontakten til et år efter",
    english:
      "What the registers hold of a patient's course, in order, from half a year before the index contact to a year after"
  },
  {
    name: "pathways",
    meaning: "Patientens forløb som én rækkefølge: hver slags begivenhed én gang før og én gang efter indekskontakten",
    english: "A patient's course as one sequence: each kind of event once before and once after the index contact"
  }
];
