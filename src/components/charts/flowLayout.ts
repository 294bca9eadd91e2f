import {sankey, type SankeyLink, type SankeyNode} from "d3-sankey";
import {middleOf, sumOf, type Range, type Ranged} from "../rows/range.js";

/** A row of `patient_flows`: how many went from one specialty to the next, or to `ended`. */
export interface FlowRow extends Ranged<"patients"> {
  /** The contact the flow leaves, from 1. */
  contact_no: number;
  from_specialty: string;
  to_specialty: string;
  /** Null when hidden. */
  patients: number | null;
  status?: string;
}

/**
 * A specialty at one contact, or those whose flow ended before it. `along` is the way of the
 * contacts, `across` is at right angles to it.
 */
export interface FlowNode {
  contact: number;
  specialty: string;
  /** Between what the number lies; both ends are the number itself where nothing hidden leaves it unknown. */
  patients: Range;
  along: [number, number];
  across: [number, number];
}

/**
 * A flow between two nodes, as wide as it has patients, or as the middle of the range they lie in; `across` are its
 * middles at both ends.
 */
export interface FlowLink {
  row: FlowRow;
  along: [number, number];
  across: [number, number];
  width: number;
}

export interface FlowSize {
  length: number;
  breadth: number;
  thickness: number;
  padding: number;
}

interface Place {
  key: string;
  contact: number;
  specialty: string;
}

/**
 * Where nodes and flows of a Sankey diagram lie, from (0, 0): contact by contact, at each contact in
 * the order of `specialties`. Flows begin at contact 1, and nobody leaves a specialty that nobody
 * came to. A hidden flow without a range has a place but no width, a flow of nobody has no place.
 */
export function flowLayout(
  rows: readonly FlowRow[],
  specialties: readonly string[],
  size: FlowSize
): {nodes: FlowNode[]; links: FlowLink[]} {
  const sizeOf = (row: FlowRow) => row.patients ?? middleOf(row, "patients");
  const flows = rows.filter((row) => sizeOf(row) !== 0);
  if (!flows.some(sizeOf)) return {nodes: [], links: []};
  const places = new Map<string, Place>();
  const place = (contact: number, specialty: string) => {
    const key = `${contact} ${specialty}`;
    places.set(key, {key, contact, specialty});
    return key;
  };
  const links = flows.map((row) => ({
    row,
    source: place(row.contact_no, row.from_specialty),
    target: place(row.contact_no + 1, row.to_specialty),
    value: sizeOf(row) ?? 0
  }));
  const rank = ({contact, specialty}: Place) => 100 * contact + specialties.indexOf(specialty);
  const graph = sankey<Place, {row: FlowRow}>()
    .nodeId((node) => node.key)
    .nodeAlign((node) => (node as unknown as Place).contact - 1)
    .nodeSort((a, b) => rank(a) - rank(b))
    .linkSort(
      (a, b) => rank(a.source as Place) - rank(b.source as Place) || rank(a.target as Place) - rank(b.target as Place)
    )
    .nodeWidth(size.thickness)
    .nodePadding(size.padding)
    .extent([
      [0, 0],
      [size.length, size.breadth]
    ])({nodes: [...places.values()], links});
  return {nodes: graph.nodes.map(nodeOf), links: graph.links.map(linkOf)};
}

type Node = SankeyNode<Place, {row: FlowRow}>;
type Link = SankeyLink<Place, {row: FlowRow}>;

function nodeOf({contact, specialty, sourceLinks, targetLinks, x0, x1, y0, y1}: Node): FlowNode {
  // Who comes to a specialty leaves it too, so either side holds the number.
  const sides = [sourceLinks!, targetLinks!]
    .filter((side) => side.length > 0)
    .map((side) =>
      sumOf(
        side.map(({row}) => row),
        "patients"
      )
    );
  const known = sides.find(({least, most}) => least === most);
  const patients = known ?? {
    least: Math.max(...sides.map(({least}) => least)),
    most: Math.min(...sides.map(({most}) => most))
  };
  return {contact, specialty, patients, along: [x0!, x1!], across: [y0!, y1!]};
}

function linkOf({row, source, target, y0, y1, width}: Link): FlowLink {
  return {row, along: [(source as Node).x1!, (target as Node).x0!], across: [y0!, y1!], width: width!};
}
