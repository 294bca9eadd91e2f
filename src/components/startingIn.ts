/** A row of the table `first_contacts`. */
export interface FirstContact {
  specialty: string;
  patients: number | null;
  total: number | null;
}

/** How many courses begin in a specialty, or in `all`; null where that is hidden. */
export function startingIn(rows: readonly FirstContact[], specialty: string): number | null {
  if (specialty === "all") return rows.find(({total}) => total !== null)?.total ?? null;
  return rows.find((row) => row.specialty === specialty)?.patients ?? null;
}
