import {reportPeriod, type ComputedRegisters} from "./computed.js";

/**
 * A hospital region as in the tables: the report's name of a region, or of private hospitals;
 * undefined for the country.
 */
export function hospitalRegion(computed: ComputedRegisters, name: string): string | undefined {
  if (name.startsWith("Privat")) return "private";
  return name === "Danmark" ? undefined : regionCode(computed, name);
}

/**
 * The code of a region in the report's period; the name itself where there is no such region,
 * so that nothing is found under it.
 */
export function regionCode(computed: ComputedRegisters, name: string): string {
  return codeOf(computed.codelists.regions, computed, name);
}

/** The code of a municipality in the report's period; the name itself where there is no such municipality. */
export function municipalityCode(computed: ComputedRegisters, name: string): string {
  return codeOf(computed.codelists.municipalities, computed, name);
}

function codeOf(
  list: {code: string; name: string; valid_from: string; valid_to: string}[],
  computed: ComputedRegisters,
  name: string
): string {
  const {to} = reportPeriod(computed);
  const valid = (row: {valid_from: string; valid_to: string}) =>
    row.valid_from <= to && (row.valid_to === "" || row.valid_to >= to);
  return list.find((row) => row.name === name && valid(row))?.code ?? name;
}
