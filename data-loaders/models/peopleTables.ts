import {modelWords} from "./modelWords.js";

/** A table about people that `load` leaves in the workspace: one row each time, and never published. */
export interface PeopleTable {
  name: string;
  /** In Danish. */
  title: string;
  /** Its rows, in a session with the views of the registers and the models on them. */
  query: string;
}

/** A register as it is read, of the patients of the cohort alone. */
function ofCohort(name: string, title: string): PeopleTable {
  return {name, title, query: `FROM ${name} SEMI JOIN cohort USING (person_id)`};
}

function model(name: string, query = `FROM ${name}`): PeopleTable {
  return {name, title: modelWords.find((words) => words.name === name)!.meaning, query};
}

/** What the registers and the models know of the patients: everything that an indicator may read. */
export const peopleTables: PeopleTable[] = [
  model("periods"),
  model("cohort"),
  model("follow_up"),
  ofCohort("contacts", "Patienternes hospitalskontakter, alle slags"),
  {
    name: "diagnoses",
    title: "Diagnoserne ved patienternes hospitalskontakter",
    query: "FROM diagnoses SEMI JOIN (FROM contacts SEMI JOIN cohort USING (person_id)) USING (contact_id)"
  },
  ofCohort("procedures", "Patienternes operationer, undersøgelser og planer"),
  ofCohort("prescriptions", "Patienternes indløste recepter, alle lægemidler"),
  ofCohort("services", "Patienternes ydelser i praksissektoren"),
  ofCohort("persons", "Patienternes køn og fødselsdag"),
  ofCohort("residences", "Patienternes bopæl på hver opgørelsesdag"),
  model("back_contacts", "FROM back_contacts SEMI JOIN cohort USING (person_id)"),
  model("flow_contacts"),
  model("spine_procedures"),
  model("strong_analgesics"),
  model("guidance_services"),
  model("employment_around"),
  model("pathway_events"),
  model("pathways"),
  {
    name: "indicator_patients",
    title: "Hvem der indgår i hver indikator, og om de er i tælleren",
    query: "FROM indicator_patients"
  }
];

/** What a column of these tables holds, in Danish: the same name means the same in all of them. */
export const peopleColumnWords: Record<string, {meaning: string; unit?: string}> = {
  from_date: {meaning: "Periodens første dag"},
  to_date: {meaning: "Periodens sidste dag"},
  period: {meaning: "Periode for den første kontakt"},
  person_id: {meaning: "Personens pseudonymiserede nøgle"},
  contact_id: {meaning: "Kontaktens nøgle"},
  course_id: {meaning: "Forløbets nøgle"},
  index_date: {meaning: "Dagen for den første rygkontakt (indekskontakten)"},
  age: {meaning: "Alder ved den første kontakt", unit: "år"},
  age_band: {meaning: "Aldersgruppe ved den første kontakt"},
  sex: {meaning: "Køn: female, male, unknown"},
  born: {meaning: "Fødselsdag"},
  diagnosis: {meaning: "Rygdiagnosen (SKS): aktionsdiagnosen, hvor den er en rygdiagnose"},
  diagnosis_group: {meaning: "Diagnosegruppe, se kodelisten over rygdiagnoser"},
  site: {meaning: "Hvor i ryggen: neck, back, unspecified"},
  specialty: {
    meaning: "Afdelingens speciale: acute, medicine, surgery, private, other; i contacts og services som leveret"
  },
  next_specialty: {meaning: "Specialet ved den næste rygkontakt; tom efter den sidste"},
  hospital_region: {meaning: "Hospitalets region: kode, private eller unknown"},
  spine_centre: {meaning: "Om afdelingen er et rygcenter, se kodelisten over rygcentre"},
  department: {meaning: "Den ansvarlige afdelings SOR-kode"},
  department_known: {meaning: "Om afdelingen kendes i registret over organisationer"},
  municipality: {meaning: "Bopælskommune: kode, eller unknown"},
  region: {meaning: "Bopælsregion; i contacts afdelingens region: kode, eller unknown"},
  civil_status: {meaning: "Civilstand"},
  two_homes: {meaning: "Om to rækker af samme opgørelse siger hver sin bopæl"},
  in_country: {meaning: "Om personen bor i landet"},
  snapshot: {meaning: "Opgørelsesdagen"},
  left_on: {meaning: "Første dag, hvor patienten er død eller udvandret; tom, hvis ingen af delene er sket"},
  start_date: {meaning: "Dagen, hvor kontakten eller proceduren begynder"},
  start_time: {meaning: "Klokkeslættet, hvor kontakten begynder"},
  end_date: {meaning: "Dagen, hvor kontakten slutter"},
  contact_type: {meaning: "Kontaktens type (SKS), fx fysisk fremmøde"},
  contact_no: {meaning: "Kontaktens nummer i forløbet, fra 1"},
  action_diagnosis: {meaning: "Aktionsdiagnose (SKS)"},
  earlier: {meaning: "Dagen for personens forrige rygkontakt"},
  file: {meaning: "Filen, rækken er læst af"},
  line: {meaning: "Linjen i filen"},
  code: {meaning: "Diagnosens eller procedurens kode (SKS)"},
  parent_code: {meaning: "Den diagnose, som denne er en tillægskode til"},
  type: {meaning: "Diagnosens eller procedurens type; A er aktionsdiagnose, B bidiagnose, + tillægskode"},
  kind: {meaning: "Hvad slags: surgical og other i procedures; surgery, mri og rehabilitation i spine_procedures"},
  date: {meaning: "Dagen, hvor det skete"},
  atc: {meaning: "Lægemidlets ATC-kode"},
  ddd: {meaning: "Definerede døgndoser i alt", unit: "døgndoser"},
  packages: {meaning: "Antal pakninger", unit: "pakninger"},
  prescriber: {meaning: "Receptudstederens nøgle"},
  drug_type: {meaning: "Slags stærk smertestillende medicin: opioid, neuropathic"},
  week_start: {meaning: "Ugens mandag"},
  service: {meaning: "Ydelsens nummer"},
  number: {meaning: "Antal ydelser; negativt, når en afregning føres tilbage", unit: "ydelser"},
  provider: {meaning: "Behandler: chiropractor, physiotherapist"},
  before: {meaning: "Beskæftigelsesgrad et år før; 0, hvor der ingen er"},
  after: {meaning: "Beskæftigelsesgrad et år efter; 0, hvor der ingen er"},
  benefit_after: {meaning: "Om der er udbetalt en offentlig ydelse et år efter"},
  no: {meaning: "Begivenhedens nummer i forløbet, fra 1"},
  day: {meaning: "Dage fra den første kontakt; negativt er før den", unit: "dage"},
  beyond: {meaning: "Om en plan hører til de 30 dage efter året"},
  start: {meaning: "Specialet ved den første kontakt"},
  sequence: {meaning: "Forløbet som én rækkefølge, med | ved den første kontakt"},
  steps: {meaning: "Antal trin i forløbet"},
  days: {meaning: "Dage fra første til sidste trin", unit: "dage"},
  condition: {meaning: "Årets alvorligste tilstand efter kodelisten over tilstande"},
  indicator_id: {meaning: "Indikator"},
  numerator: {meaning: "Om patienten er i tælleren"}
};
