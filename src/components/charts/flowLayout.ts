import {sankey, type SankeyLink, type SankeyNode} from "d3-sankey";
import {sum} from "d3-array";
import {isDrawable} from "./chart.js";

/** A row of `patient_flows`: how many went from one specialty to the next, or to `ended`. */
export interface FlowRow {
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
  /** Those of the flows that are shown. */
  patients: number;
  /** Whether hidden flows leave the number of patients unknown: there are then at least `patients`. */
  partly: boolean;
  along: [number, number];
  across: [number, number];
}

/** A flow between two nodes, as wide as it has patients; `across` are its middles at both ends. */
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
 * came to. A hidden flow has a place but no width, a flow of nobody has no place.
 */
export function flowLayout(
  rows: readonly FlowRow[],
  specialties: readonly string[],
  size: FlowSize
): {nodes: FlowNode[]; links: FlowLink[]} {
  const flows = rows.filter(({patients}) => patients !== 0);
  if (!flows.some(({patients}) => isDrawable(patients))) return {nodes: [], links: []};
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
    value: row.patients ?? 0
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
  // Who comes to a specialty leaves it too, so either side gives the number when nothing of it is hidden.
  const sides = [sourceLinks!, targetLinks!].filter((side) => side.length > 0);
  const known = sides.find((side) => side.every(({row}) => isDrawable(row.patients)));
  const patients = Math.max(...(known ? [known] : sides).map((side) => sum(side, (link) => link.value)));
  return {contact, specialty, patients, partly: !known, along: [x0!, x1!], across: [y0!, y1!]};
}

function linkOf({row, source, target, y0, y1, width}: Link): FlowLink {
  return {row, along: [(source as Node).x1!, (target as Node).x0!], across: [y0!, y1!], width: width!};
}
