/** A place that hospitals have, as figures name it: a region's code, `private`, `unknown`, or `country` for all. */
export interface HospitalPlace {
  id: string;
  label: string;
}

/**
 * Rows by hospital region, as figures of areas know theirs: named, each its own region, the country first, and then in
 * the order of the places. Who was seen nobody knows where counts in the country alone.
 */
export function hospitalAreas<Row extends {hospital_region: string}>(
  rows: readonly Row[],
  places: readonly HospitalPlace[]
): (Row & {area_id: string; name: string; region: string})[] {
  return places
    .filter(({id}) => id !== "unknown")
    .flatMap(({id, label}) =>
      rows
        .filter(({hospital_region: own}) => (own === "all" ? "country" : own) === id)
        .map((row) => ({...row, area_id: id, name: nameOf(id, label), region: id}))
    );
}

function nameOf(id: string, label: string): string {
  return id === "country" || id === "private" ? label : `Region ${label}`;
}
