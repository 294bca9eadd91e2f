import {group} from "d3-array";
import type {DSVRowString} from "d3-dsv";
import {compareFigure} from "../compareFigure.js";
import type {PublishedSource} from "../published.js";
import {compareText} from "../finding.js";
import type {ComputedRegisters} from "./computed.js";

const source = "dard_service_codes.csv";

const providers: Record<string, string> = {chiropractor: "kiropraktor", physiotherapist: "fysioterapeut"};

/**
 * Services of chiropractors and physiotherapists: every printed code is on the code list, and the list has no other.
 */
export const serviceCodes: PublishedSource<ComputedRegisters> = {
  source,
  title: "Ydelseskoder",
  kind: "figures",
  compare: (rows, computed, explanations) =>
    [...group(rows, (row) => row.profession!)].flatMap(([profession, members]) => {
      const listed = computed.codelists.service_codes.filter(({provider}) => provider === profession);
      const printed = members.flatMap(codesOf);
      const where = `Ydelser, ${providers[profession] ?? profession}`;
      return [
        compareFigure(
          {
            source,
            key: `${profession}/codes`,
            where: `${where}: antal koder`,
            printed: String(printed.length),
            computed: listed.length
          },
          explanations
        ),
        ...members.map((row) => {
          const codes = codesOf(row);
          const found = codes.filter((code) =>
            listed.some(({specialty, service}) => `${specialty}/${service}` === code)
          );
          return compareText({
            source,
            key: `${profession}/${row.code}`,
            where: `${where}, ${row.code}: speciale/ydelse`,
            printed: codes.join(", "),
            computed: found.join(", ")
          });
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
