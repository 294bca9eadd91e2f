import {text, type Session} from "../../../data-loaders/engine/session.js";

/**
 * Leaves patients in the views that `openDelivery` made: so many each day from a first day on, everybody's
 * window open before and after, and whatever can become of a patient about as often as anything else.
 */
export async function createRandomPatients(
  session: Session,
  {from, days, each}: {from: string; days: number; each: number}
): Promise<void> {
  const people = `(SELECT i, 'p' || i AS person_id, DATE ${text(from)} + (i % ${days})::INTEGER AS day FROM range(${days * each}) rows(i))`;
  const insert = (view: string, columns: string, rows: string) =>
    session.run(`INSERT INTO ${view} (${columns}) ${rows}`);
  await insert(
    "persons",
    "person_id, sex, born",
    `
    SELECT person_id, ${oneOf("sex", ["'female'", "'male'", "NULL"])}, CASE WHEN ${draw("minor", 12)} = 0 THEN day - 3000 ELSE day - 9000 - 365 * ${draw("age", 60)} END
    FROM ${people} WHERE ${draw("known", 12)} > 0`
  );
  await insert(
    "residences",
    "person_id, snapshot, municipality, region, civil_status",
    `
    SELECT person_id, day - 30, home[1], home[2], ${oneOf("married", ["'G'", "'P'", "'U'", "'F'"])}
    FROM (SELECT *, list_extract((SELECT list([code, region] ORDER BY code) FROM code_municipalities WHERE valid_to IS NULL), 1 + ${draw("home", 98)}) AS home FROM ${people})
    WHERE ${draw("lives", 20)} > 0`
  );
  await insert("organisations", "department, private, region", "VALUES ('private', true, '1082')");
  const seen = `(SELECT *, day + 40 * n::INTEGER AS date, i || ' ' || n AS contact FROM ${people}, range(1 + ${draw("contacts", 8)}) contacts(n))`;
  const contact = "contact_id, person_id, start_date, contact_type, department, specialty, region";
  await insert(
    "contacts",
    contact,
    `
    SELECT contact, person_id, date, 'ALCA00', ${oneOf("department", ["'private'", "'public'", "'public'", "'public'", "'public'"], "contact")},
      ${oneOf("specialty", ["'Skadestue'", "'Neurokirurgi'", "'Reumatologi'", "'Onkologi'"], "contact")},
      ${oneOf("region", ["'1081'", "'1082'", "'1083'", "'1084'", "'1085'", "NULL"], "contact")}
    FROM ${seen}`
  );
  await insert(
    "contacts",
    contact,
    `SELECT 'old ' || i, person_id, day - 200, 'ALCA00', 'public', 'Skadestue', '1081' FROM ${people} WHERE ${draw("old", 12)} = 0`
  );
  // Some are seen twice on a day, so that contacts are not people.
  await insert(
    "contacts",
    contact,
    `SELECT 'again ' || i, person_id, day, 'ALCA00', 'public', 'Reumatologi', '1081' FROM ${people} WHERE ${draw("again", 6)} = 0`
  );
  await insert(
    "diagnoses",
    "contact_id, type, code",
    `
    SELECT contact_id, 'A', ${oneOf("diagnosis", ["'DM545'", "'DM542'", "'DM511'", "'DM501'", "'DM479'", "'DM480'", "'DM533'", "'DM459'"], "contact_id")} FROM contacts`
  );
  const happened = (what: string, dates: string[], columns: string) =>
    dates
      .map(
        (date) => `SELECT person_id, day + ${date}, ${columns} FROM ${people} WHERE ${draw(`${what} ${date}`, 2)} = 0`
      )
      .join(" UNION ALL ");
  await insert("procedures", "person_id, start_date, code, type", happened("surgery", ["60"], `'KABC16', 'P'`));
  await insert("procedures", "person_id, start_date, code, type", happened("plan", ["65"], `'ZZ0175X', 'P'`));
  await insert("procedures", "person_id, start_date, code, type", happened("scan", ["10", "50"], `'UXME30', 'P'`));
  for (const atc of ["N02AX02", "N03AX12"])
    await insert(
      "prescriptions",
      "person_id, date, atc, packages, prescriber",
      `
      SELECT person_id, date, ${text(atc)}, 1, ${oneOf("prescriber", ["'gp'", "'hospital'", "'nobody'"])}
      FROM (${happened(atc, ["-20", "100"], "i")}) redeemed(person_id, date, i)`
    );
  await insert("prescribers", "recu, sector", "VALUES ('gp', 'primary'), ('hospital', 'secondary')");
  for (const [specialty, service] of [
    ["53", "1015"],
    ["51", "0110"]
  ])
    await insert(
      "services",
      "person_id, week_start, specialty, service, number",
      `
      SELECT person_id, date_trunc('week', date)::DATE, ${text(specialty!)}, ${text(service!)}, 1 FROM (${happened(specialty!, ["-50"], "i")}) seen(person_id, date, i)`
    );
  for (const year of [-1, 1])
    await insert(
      "employment",
      "person_id, month, degree",
      `
      SELECT person_id, date_trunc('month', day + INTERVAL (${year}) YEAR)::DATE, ${oneOf(`degree ${year}`, ["1", "1", "0.5", "0"])} FROM ${people}`
    );
  await insert(
    "benefits",
    "person_id, week_start, code",
    `
    SELECT person_id, date_trunc('week', date_trunc('month', day + INTERVAL 1 YEAR) + INTERVAL 10 DAY)::DATE, '700' FROM ${people} WHERE ${draw("benefit", 2)} = 0`
  );
  // With a register of migrations that reaches beyond all, nobody is taken to have left.
  await insert("migrations", "person_id, date, direction", "VALUES ('p0', DATE '2030-01-01', 'in')");
  // Between the days on which one follow-up ends and the next.
  await insert(
    "deaths",
    "person_id, date",
    `
    SELECT person_id, day + ${oneOf("death", ["150", "300", "380"])} FROM ${people} WHERE ${draw("dies", 2)} = 0`
  );
  for (const kind of ["deaths", "migrations"])
    await insert("coverage", "kind, first_date, last_date", `SELECT '${kind}', min(date), max(date) FROM ${kind}`);
}

/** A number from 0 to one below, of each person or contact. Of one text: hashes of two values have bits in common. */
function draw(what: string, below: number, of = "i"): string {
  return `(hash(${of} || ${text(` ${what}`)}) % ${below})::INTEGER`;
}

function oneOf(what: string, values: string[], of?: string): string {
  return `list_extract([${values.join(", ")}], 1 + ${draw(what, values.length, of)})`;
}
