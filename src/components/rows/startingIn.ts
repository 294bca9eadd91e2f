/** A row of the table `first_contacts`. */
export interface FirstContact {
  specialty: string;
  patients: number | null;
  total: number | null;
}

/** How many courses begin in a specialty, or in `all`; null where that is hidden, 0 where there is no row. */
export function startingIn(rows: readonly FirstContact[], specialty: string): number | null {
  const row =
    specialty === "all"
      ? (rows.find(({total}) => total !== null) ?? rows[0])
      : rows.find((one) => one.specialty === specialty);
  if (!row) return 0;
  return specialty === "all" ? row.total : row.patients;
}
