import {sum} from "d3-array";
import {svgElement} from "../dom/dom.js";
import {countRange, HIDDEN, percent} from "../words/format.js";
import type {Range} from "../rows/range.js";
import type {FlowNode, FlowSize} from "./flowLayout.js";
import {textWidth} from "./labels.js";

/** The measures of a flow diagram, and where a place of its layout comes to lie. */
export interface FlowShape extends FlowSize {
  narrow: boolean;
  width: number;
  height: number;
  fontSize: number;
  /** Pixels from the upper left corner. */
  point: (along: number, across: number) => [x: number, y: number];
}

/** From left to right with names beside the bars; on a phone from top to bottom with names below them. */
export function flowShape(width: number, narrow: boolean, contacts: number): FlowShape {
  if (narrow) {
    const [side, head, thickness] = [4, 22, 14];
    const length = (contacts - 1) * 118 + thickness;
    return {
      narrow,
      width,
      height: head + length + 36,
      length,
      breadth: width - 2 * side,
      thickness,
      padding: 9,
      fontSize: 11,
      point: (along, across) => [side + across, head + along]
    };
  }
  // Two lines of text stand beside even the thinnest bar.
  const [side, head, breadth, padding] = [2, 58, 560, 30];
  return {
    narrow,
    width,
    height: head + breadth + 12,
    length: width - side - 130,
    breadth,
    thickness: 12,
    padding,
    fontSize: 12,
    point: (along, across) => [side + along, head + across]
  };
}

const shortNames: Record<string, string> = {private: "Privat", other: "Andet", ended: "Slut"};

/**
 * The name, count and share of every specialty, and above each contact its number and how many patients are left.
 * @param all how many courses begin, and whether that is known or only the least it can be
 */
export function flowLabels(
  nodes: readonly FlowNode[],
  shape: FlowShape,
  specialties: Record<string, string>,
  {all, known}: {all: number; known: boolean}
): SVGElement[] {
  const contacts = [...new Set(nodes.map((node) => node.contact))].sort((a, b) => a - b);
  return [
    ...nodes.flatMap((node) =>
      shape.narrow ? below(node, shape, specialties, all) : beside(node, shape, specialties, all)
    ),
    ...contacts.flatMap((contact) =>
      head(
        contact,
        nodes.filter((node) => node.contact === contact),
        shape,
        contact === 1 && known ? {least: all, most: all} : undefined,
        (shape.length - shape.thickness) / (contacts.length - 1)
      )
    )
  ];
}

function beside(
  {specialty, along, across, patients}: FlowNode,
  {point}: FlowShape,
  specialties: Record<string, string>,
  all: number
): SVGElement[] {
  const [x, y] = point(along[1] + 6, (across[0] + across[1]) / 2);
  const name = specialty === "ended" ? "Ikke flere" : (specialties[specialty] ?? specialty);
  return [
    text(x, y - 3, name, {"font-weight": 600}),
    text(
      x,
      y + 11,
      isUnknown(patients) ? HIDDEN : `${countRange(patients.least, patients.most)} (${shareOf(patients, all)})`
    )
  ];
}

/** As much as there is room for below the bar: name and share, else the first letter. */
function below(
  {specialty, along, across, patients}: FlowNode,
  {point, fontSize}: FlowShape,
  specialties: Record<string, string>,
  all: number
): SVGElement[] {
  const name = shortNames[specialty] ?? specialties[specialty] ?? specialty;
  const share = shareOf(patients, all);
  const room = across[1] - across[0] + 6;
  const fits = (line: string) => textWidth(line, fontSize) <= room;
  const lines = [fits(name) ? name : name[0]!, ...(fits(share) ? [share] : [])].filter(fits);
  const [x, y] = point(along[1], (across[0] + across[1]) / 2);
  return lines.map((line, i) =>
    text(x, y + 12 + 13 * i, line, {"text-anchor": "middle", ...(i === 0 && {"font-weight": 600})})
  );
}

/**
 * @param known how many are left, where that is known otherwise
 * @param apart how far along the next contact lies
 */
function head(
  contact: number,
  nodes: FlowNode[],
  {narrow, point, fontSize}: FlowShape,
  known: Range | undefined,
  apart: number
): SVGElement[] {
  const here = nodes.filter((node) => node.specialty !== "ended");
  const {least, most} = known ?? {
    least: sum(here, ({patients}) => patients.least),
    most: here.reduce((all, {patients}) => all + patients.most, 0)
  };
  const left = countRange(least, most);
  const [x, y] = point(nodes[0]!.along[0], 0);
  if (narrow) return [text(4, y - 7, `${contact}. kontakt: ${left} patienter`, {"font-weight": 600})];
  const [next] = point(nodes[0]!.along[0] + apart, 0);
  const first = `${left} patienter`;
  return [
    text(x, y - 44, `${contact}. kontakt`, {"font-weight": 600}),
    text(x, y - 29, contact === 1 && textWidth(first, fontSize) + 6 < next - x ? first : left)
  ];
}

/** A few of many are not written as none. Of a range it is the middle: whole percents tell its ends seldom apart. */
function shareOf({least, most}: Range, all: number): string {
  const share = (50 * (least + (most < Infinity ? most : least))) / all;
  return share > 0 && share < 0.5 ? `<\u00A0${percent(1, 0)}` : percent(share, 0);
}

/** Whether nothing published says how many there are. */
export function isUnknown({least, most}: Range): boolean {
  return least === 0 && most === Infinity;
}

function text(x: number, y: number, words: string, attributes: Record<string, string | number> = {}): SVGElement {
  return svgElement("text", {x, y, ...attributes}, words);
}
