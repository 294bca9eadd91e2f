import fc from "fast-check";
import {expect, test} from "vitest";
import {flowLayout} from "../../../src/components/charts/flowLayout.js";
import {flowRow, flows, specialties} from "./registers.js";

const order = [...Object.keys(specialties), "ended"];
const size = {length: 600, breadth: 400, thickness: 10, padding: 20};
const layout = (rows: typeof flows) => flowLayout(rows, order, size);

test("contacts follow along, specialties stand in their order across, and flows are as wide as they have patients", () => {
  const {nodes, links} = layout(flows);
  expect(nodes.map(({contact, specialty, patients}) => `${contact} ${specialty} ${patients.least}`).sort()).toEqual([
    "1 acute 60",
    "1 medicine 40",
    "2 ended 50",
    "2 medicine 30",
    "2 surgery 20",
    "3 ended 45",
    "3 surgery 5"
  ]);
  const along = (contact: number) =>
    new Set(nodes.filter((node) => node.contact === contact).map((node) => node.along[0]));
  expect([1, 2, 3].map((contact) => [...along(contact)])).toEqual([[0], [295], [590]]);
  const second = nodes.filter((node) => node.contact === 2).sort((a, b) => a.across[0] - b.across[0]);
  expect(second.map((node) => node.specialty)).toEqual(["medicine", "surgery", "ended"]);
  const widthOf = (patients: number) => links.find(({row}) => row.patients === patients)!.width;
  expect(widthOf(40) / widthOf(10)).toBeCloseTo(4, 10);
});

test("whatever the flows, all lie within the diagram, and only what is hidden has no width", () => {
  const anyFlow = fc.record({
    contact: fc.integer({min: 1, max: 5}),
    from: fc.constantFrom(...Object.keys(specialties)),
    to: fc.constantFrom(...order),
    patients: fc.option(fc.integer({min: 0, max: 5000}), {freq: 6})
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(anyFlow, {maxLength: 60, selector: ({contact, from, to}) => `${contact} ${from} ${to}`}),
      (rows) => {
        // Nobody leaves a specialty that nobody came to.
        const reached = new Set(Object.keys(specialties).map((specialty) => `1 ${specialty}`));
        const followed = rows
          .toSorted((a, b) => a.contact - b.contact)
          .filter(({contact, from, to, patients}) => {
            if (patients === 0 || !reached.has(`${contact} ${from}`)) return false;
            return to === "ended" || reached.add(`${contact + 1} ${to}`);
          });
        const {nodes, links} = layout(
          followed.map(({contact, from, to, patients}) => flowRow(contact, from, to, patients))
        );
        for (const {across, along} of nodes) {
          expect(across[0]).toBeGreaterThanOrEqual(-1e-6);
          expect(across[1]).toBeLessThanOrEqual(size.breadth + 1e-6);
          expect(along[1]).toBeLessThanOrEqual(size.length + 1e-6);
        }
        for (const {width, row, along} of links) {
          expect(width > 0).toBe((row.patients ?? 0) > 0);
          expect(along[1]).toBeGreaterThan(along[0]);
        }
      }
    ),
    {numRuns: 200}
  );
});

test("a hidden flow has a place but no width, and leaves a number unknown only where no other side gives it", () => {
  const {nodes, links} = layout([
    flowRow(1, "acute", "ended", 40),
    flowRow(1, "acute", "surgery", null),
    flowRow(2, "surgery", "ended", 7)
  ]);
  expect(links.map(({width}) => width > 0)).toEqual([true, false, true]);
  const of = (contact: number, specialty: string) =>
    nodes.find((node) => node.contact === contact && node.specialty === specialty);
  expect(of(1, "acute")).toMatchObject({patients: {least: 40, most: Infinity}});
  expect(of(2, "surgery")).toMatchObject({patients: {least: 7, most: 7}});
});

test("a flow of nobody has no place; nothing shown is nothing drawn", () => {
  expect(
    layout([...flows, flowRow(2, "private", "ended", 0)]).nodes.some(({specialty}) => specialty === "private")
  ).toBe(false);
  expect(layout([flowRow(1, "acute", "ended", null)])).toEqual({nodes: [], links: []});
  expect(layout([])).toEqual({nodes: [], links: []});
});
