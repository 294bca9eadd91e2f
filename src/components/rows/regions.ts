import type {Geometry} from "../../../data-loaders/geometry/geometry.js";

/** The region of each municipality on a day (`yyyy-mm-dd`): regions change. */
export function regionsOn({municipalities}: Pick<Geometry, "municipalities">, day: string): Map<string, string> {
  return new Map(
    municipalities.map(({code, regions}) => [
      code,
      regions.find((r) => r.from <= day && (r.to === "" || day <= r.to))?.id ?? ""
    ])
  );
}

/** The lines between regions on a day, as SVG paths. */
export function borderPaths(geometry: Pick<Geometry, "municipalities" | "borders">, day: string): string[] {
  const regions = regionsOn(geometry, day);
  return geometry.borders.filter(({between: [a, b]}) => regions.get(a) !== regions.get(b)).map(({path}) => path);
}
