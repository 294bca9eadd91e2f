import {reportPeriod, type ComputedRegisters} from "./computed.js";

/**
 * A hospital region as in the tables: the report's name of a region, or of private hospitals;
 * undefined for the country.
 */
export function hospitalRegion(computed: ComputedRegisters, name: string): string | undefined {
  if (name.startsWith("Privat")) return "private";
  return name === "Danmark" ? undefined : areaCode(computed, "regions", name);
}

/**
 * The code of a region or municipality in the report's period; the name itself where there is none
 * of that name, so that nothing is found under it.
 */
export function areaCode(computed: ComputedRegisters, list: "regions" | "municipalities", name: string): string {
  const {to} = reportPeriod(computed);
  const found = computed.codelists[list].find(
    (row) => row.name === name && row.valid_from <= to && (row.valid_to === "" || row.valid_to >= to)
  );
  return found?.code ?? name;
}
