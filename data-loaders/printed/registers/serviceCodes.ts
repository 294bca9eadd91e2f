import {group} from "d3-array";
import type {DSVRowString} from "d3-dsv";
import type {PrintedFigures} from "../figure.js";
import type {ComputedRegisters} from "./computed.js";

const providers: Record<string, string> = {chiropractor: "kiropraktor", physiotherapist: "fysioterapeut"};

/**
 * Services of chiropractors and physiotherapists: every printed code is on the code list, and the list has no other.
 */
export const serviceCodes: PrintedFigures<ComputedRegisters> = {
  source: "dard_service_codes.csv",
  title: "Ydelseskoder",
  figures: (rows, computed) =>
    [...group(rows, (row) => row.profession!)].flatMap(([profession, members]) => {
      const listed = computed.codelists.service_codes
        .filter(({provider}) => provider === profession)
        .map(({specialty, service}) => `${specialty}/${service}`);
      const where = `Ydelser, ${providers[profession] ?? profession}`;
      return [
        {
          key: `${profession}/codes`,
          where: `${where}: antal koder`,
          printed: String(members.flatMap(codesOf).length),
          computed: listed.length
        },
        ...members.map((row) => {
          const codes = codesOf(row);
          return {
            key: `${profession}/${row.code}`,
            where: `${where}, ${row.code}: speciale/ydelse`,
            printed: codes.join(", "),
            computed: codes.filter((code) => listed.includes(code)).join(", ")
          };
        })
      ];
    })
};

/**
 * A printed code under each specialty it may belong to; where the specialty is the code's
 * first digits, the rest is the service.
 */
function codesOf({specialty, code}: DSVRowString): string[] {
  const specialties = specialty!.match(/\d+/g) ?? [];
  return specialties.map((of) => `${of}/${specialty!.includes("first two digits") ? code!.slice(of.length) : code}`);
}
