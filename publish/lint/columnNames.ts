import type {AnyNode, ArrowFunctionExpression, CallExpression, FunctionExpression, Node, Pattern} from "acorn";
import {full} from "acorn-walk";
import {nearest} from "../../data-loaders/ground/refusal.js";
import {namesUsed, placeOf, type PageCode} from "../framework/pageCode.js";
import type {Finding} from "./problem.js";

/** What gives some of an array's elements, in some order. */
const someOf = new Set(["filter", "slice", "sort", "toSorted", "reverse", "toReversed"]);
/** What gives one of them. */
const oneOf = new Set(["at", "find", "findLast"]);
/** What is given a function of an element, or of two. */
const ofEach = new Set("map flatMap filter find findLast findIndex some every forEach sort toSorted".split(" "));
/** Functions of d3's kind, given rows and functions of a row. */
const ofRows = new Set(["sum", "mean", "median", "min", "max", "extent", "group", "groups", "index"]);
/** What Plot takes from a column by its name. Colours may be names of their own. */
const channels = new Set(["x", "x1", "x2", "y", "y1", "y2", "z", "r", "fx", "fy", "text", "title", "href", "length"]);

type Columns = readonly string[];

/**
 * Columns that JavaScript asks rows for, and the answer of their SQL cell does not have: a browser makes `undefined` of
 * them, and Plot an empty chart.
 * @param answers the columns of each SQL cell's answer, by the cell's name
 */
export function columnFindings(piece: PageCode, answers: ReadonlyMap<string, Columns>): Finding[] {
  const found = new Map<number, Finding>();
  const used = new Set<unknown>(namesUsed(piece));
  const written = writtenIn(piece.node.body);
  const check = (columns: Columns, {start}: Node, name: string) => {
    if (columns.includes(name)) return;
    const near = nearest(name, [...columns]);
    const message = `Svaret har ingen kolonne »${name}«; ${near ? `mente du ${near}?` : `det har ${columns.join(", ")}.`}`;
    found.set(start, {...placeOf(piece, start), severity: "error", message});
  };
  const rowsOf = (node: AnyNode): Columns | undefined => {
    if (node.type === "Identifier") return used.has(node) ? answers.get(node.name) : undefined;
    const call = callOn(node);
    return call && someOf.has(call.name) ? rowsOf(call.object) : undefined;
  };
  const rowOf = (node: AnyNode): Columns | undefined => {
    if (node.type === "MemberExpression" && node.computed && node.property.type !== "PrivateIdentifier")
      return isPlace(node.property) ? rowsOf(node.object as AnyNode) : undefined;
    const call = callOn(node);
    return call && oneOf.has(call.name) ? rowsOf(call.object) : undefined;
  };
  const ofFunction = (columns: Columns, {params, body}: ArrowFunctionExpression | FunctionExpression, most: number) => {
    for (const param of params.slice(0, most)) {
      for (const {key, name} of takenFrom(param)) check(columns, key, name);
      if (param.type !== "Identifier") continue;
      full(body, (any) => {
        const node = any as AnyNode;
        if (isOf(node, param.name) && !written.has(node)) check(columns, node.property, node.property.name);
      });
    }
  };
  const ofCall = (call: CallExpression) => {
    const on = callOn(call);
    const ofElements = on && ofEach.has(on.name) ? rowsOf(on.object) : undefined;
    const [first, ...others] = call.arguments as AnyNode[];
    if (ofElements && first && isFunction(first)) ofFunction(ofElements, first, /sort/i.test(on!.name) ? 2 : 1);
    const columns = first && rowsOf(first);
    if (!columns) return;
    const isPlot = on?.object.type === "Identifier" && on.object.name === "Plot";
    if (ofRows.has(on?.name ?? nameOf(call.callee as AnyNode)))
      for (const each of others) if (isFunction(each)) ofFunction(columns, each, 1);
    if (isPlot) for (const options of others) ofChannels(columns, options);
  };
  const ofChannels = (columns: Columns, options: AnyNode) => {
    if (options.type !== "ObjectExpression") return;
    for (const option of options.properties) {
      if (option.type !== "Property" || option.key.type !== "Identifier" || !channels.has(option.key.name)) continue;
      const value = option.value as AnyNode;
      if (value.type === "Literal" && typeof value.value === "string") check(columns, value, value.value);
      else if (isFunction(value)) ofFunction(columns, value, 1);
    }
  };
  full(piece.node.body, (any) => {
    const node = any as AnyNode;
    if (node.type === "CallExpression") ofCall(node);
    else if (node.type === "MemberExpression" && !node.computed && node.property.type === "Identifier") {
      const columns = rowOf(withoutChain(node.object as AnyNode));
      if (columns) check(columns, node.property, node.property.name);
    }
  });
  return [...found.values()];
}

/** `rows.at(-1)`: the method that is called, and of what. */
function callOn(node: AnyNode): {name: string; object: AnyNode} | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression" || node.callee.computed)
    return undefined;
  const {object, property} = node.callee;
  return property.type === "Identifier" ? {name: property.name, object: object as AnyNode} : undefined;
}

function nameOf(node: AnyNode): string {
  return node.type === "Identifier" ? node.name : "";
}

function withoutChain(node: AnyNode): AnyNode {
  return node.type === "ChainExpression" ? (node.expression as AnyNode) : node;
}

/** `rows[0]`, `rows[i]`: not a property that has a name. */
function isPlace(node: AnyNode): boolean {
  return node.type !== "Literal" || typeof node.value === "number";
}

function isFunction(node: AnyNode): node is ArrowFunctionExpression | FunctionExpression {
  return node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression";
}

/** What `({percent, n: count}) => …` takes out of a row; nothing where it takes the rest too. */
function takenFrom(param: Pattern): {key: Node; name: string}[] {
  if (param.type !== "ObjectPattern") return [];
  return param.properties.flatMap((property) =>
    property.type === "Property" && !property.computed && property.key.type === "Identifier"
      ? [{key: property.key, name: property.key.name}]
      : []
  );
}

type Taken = Extract<AnyNode, {type: "MemberExpression"}> & {property: Extract<AnyNode, {type: "Identifier"}>};

/** `row.percent`, of a row by its name. */
function isOf(node: AnyNode, name: string): node is Taken {
  return (
    node.type === "MemberExpression" &&
    !node.computed &&
    node.object.type === "Identifier" &&
    node.object.name === name &&
    node.property.type === "Identifier"
  );
}

/** What is assigned to, such as a column that a row is given. */
function writtenIn(body: Node): Set<Node> {
  const written = new Set<Node>();
  full(body, (any) => {
    const node = any as AnyNode;
    if (node.type === "AssignmentExpression") written.add(node.left);
  });
  return written;
}
