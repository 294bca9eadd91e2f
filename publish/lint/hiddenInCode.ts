import type {AnyNode, Node} from "acorn";
import {full} from "acorn-walk";
import {placeOf, type PageCode} from "../framework/pageCode.js";
import {zeroSentence} from "./hiddenInQuery.js";
import type {Finding} from "./problem.js";

/**
 * Functions over rows, of d3 and of Plot's kind, that leave empty values out; given rows and what they take of each.
 */
const aggregates = new Set(["sum", "mean", "median", "fsum"]);

/**
 * Where JavaScript takes a hidden number for 0 (`row.percent ?? 0`, `|| 0`), adds it up as one in `reduce`, or takes
 * sum or mean of a column without a word on what is hidden.
 * @param columns that have hidden numbers, of the tables that the page's queries read
 * @param answers the names of the page's SQL cells: their rows are all there
 */
export function hiddenInCode(piece: PageCode, columns: ReadonlySet<string>, answers: ReadonlySet<string>): Finding[] {
  if (columns.size === 0) return [];
  const found: Finding[] = [];
  const warn = ({start}: Node, message: string) => found.push({...placeOf(piece, start), severity: "warning", message});
  // Who asks what is hidden has seen it.
  const asks = /\bstatus\b|[!=]==? ?null\b|\bhidden\w*|isFinite|Number\.isNaN/.test(piece.node.input);
  const column = (part: AnyNode | null | undefined): string | undefined => {
    const name =
      part?.type === "MemberExpression" && !part.computed && part.property.type === "Identifier"
        ? part.property.name
        : part?.type === "ChainExpression"
          ? column(part.expression)
          : undefined;
    return name !== undefined && columns.has(name) ? name : undefined;
  };
  full(piece.node.body, (any) => {
    const node = any as AnyNode;
    if (node.type === "LogicalExpression" && node.operator !== "&&" && isZero(node.right)) {
      const hidden = column(node.left);
      if (hidden) warn(node, zeroSentence(hidden));
    } else if (node.type === "ConditionalExpression") {
      const hidden = takesEmptyForZero(node, column);
      if (hidden) warn(node, zeroSentence(hidden));
    } else if (node.type === "AssignmentExpression" && node.operator === "+=" && !asks) {
      const hidden = column(node.right);
      if (hidden) warn(node, addedSentence(hidden));
    } else if (node.type === "CallExpression") {
      const converted = isNumberOf(node) ? column(node.arguments[0]) : undefined;
      if (converted) warn(node, zeroSentence(converted));
      const {added, isFold, of} = addedUp(node, column);
      // A sum that is made by hand takes what is empty for 0, whatever else the cell asks of all the rows.
      if (added && (!asks || (isFold && of?.type === "Identifier" && answers.has(of.name))))
        warn(node, addedSentence(added));
    }
  });
  return found;
}

function addedSentence(column: string): string {
  return `Her regnes med ${column}, hvor skjulte tal er tomme, uden et ord om dem; spørg også om status.`;
}

/** `Number(…)`, which makes 0 of what is empty. */
function isNumberOf({callee}: Extract<AnyNode, {type: "CallExpression"}>): boolean {
  return callee.type === "Identifier" && callee.name === "Number";
}

/** `row.percent === null ? 0 : row.percent`, or `row.percent ? row.percent : 0`. */
function takesEmptyForZero(
  {test, consequent, alternate}: Extract<AnyNode, {type: "ConditionalExpression"}>,
  column: (part: AnyNode) => string | undefined
): string | undefined {
  if (isZero(alternate)) {
    const tested =
      test.type === "BinaryExpression" && /^!=/.test(test.operator) && isNull(test.right) ? test.left : test;
    return column(consequent) === column(tested) ? column(tested) : undefined;
  }
  return isZero(consequent) && test.type === "BinaryExpression" && /^==/.test(test.operator) && isNull(test.right)
    ? column(test.left)
    : undefined;
}

/**
 * The column that is added up or averaged, and of what: `rows.reduce((s, r) => s + r.n, 0)`, `mean(rows, (r) => r.n)`.
 */
function addedUp(
  {callee, arguments: [first, second]}: Extract<AnyNode, {type: "CallExpression"}>,
  column: (part: AnyNode) => string | undefined
): {added?: string; isFold: boolean; of?: AnyNode} {
  const member = callee.type === "MemberExpression" ? callee : undefined;
  const name = member?.property ?? callee;
  const called = name.type === "Identifier" ? name.name : "";
  const isFold = called === "reduce";
  const each = isFold ? first : second;
  if (each?.type !== "ArrowFunctionExpression" || !(isFold || aggregates.has(called))) return {isFold};
  const {body, params} = each;
  if (!isFold) {
    const isTaken = params[0]?.type === "ObjectPattern" && body.type === "Identifier";
    return {added: column(isTaken ? memberOf(body) : body), isFold, of: first};
  }
  if (body.type !== "BinaryExpression" || body.operator !== "+") return {isFold};
  return {added: column(body.right) ?? column(body.left), isFold, of: member?.object};
}

/** A name that is taken out of a row, as what it is of the row. */
function memberOf(property: Extract<AnyNode, {type: "Identifier"}>): AnyNode {
  const {start, end} = property;
  return {type: "MemberExpression", object: property, property, computed: false, optional: false, start, end};
}

function isZero(node: AnyNode): boolean {
  return node.type === "Literal" && node.value === 0;
}

function isNull(node: AnyNode): boolean {
  return (node.type === "Literal" && node.value === null) || (node.type === "Identifier" && node.name === "undefined");
}
