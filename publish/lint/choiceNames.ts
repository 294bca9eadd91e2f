import type {AnyNode, ObjectExpression} from "acorn";
import {full} from "acorn-walk";
import {nearest} from "../../data-loaders/ground/refusal.js";
import {parameters, registerParameters, type ParameterName, type Vocabulary} from "../../src/parameters.js";
import {placeOf, type PageCode} from "../framework/pageCode.js";
import {combinations} from "../pages/combinations.js";
import type {Finding} from "./problem.js";

/** The functions that are given a choice by its name, as text or as a key, and the choices that each knows. */
const byText = {choose: parameters, chooseRegister: registerParameters};
const byKey = {chosenText: parameters, chosenRegisterText: registerParameters};

/** Choices that the site does not have, or a default that is none of a choice's values. */
export function choiceFindings(piece: PageCode, words: Vocabulary): Finding[] {
  const found: Finding[] = [];
  const error = (offset: number, message: string) =>
    found.push({...placeOf(piece, offset), severity: "error", message});
  const unknown = (name: string, of: keyof typeof byText | keyof typeof byKey, offset: number) => {
    const known = {...byText, ...byKey}[of];
    if (Object.hasOwn(known, name)) return false;
    const other = Object.hasOwn(parameters, name) || Object.hasOwn(registerParameters, name);
    const near = nearest(name, Object.keys(known));
    const instead = other
      ? `det hører til ${of.includes("Register") ? "auditten" : "registrene"}, så brug ${of.includes("Register") ? of.replace("Register", "") : of.replace(/^choose$|^chosen/, "$&Register")}`
      : near
        ? `mente du ${near}?`
        : `vælg mellem ${Object.keys(known).join(", ")}`;
    error(offset, `${of} kender ikke valget »${name}«; ${instead}${instead.endsWith("?") ? "" : "."}`);
    return true;
  };
  full(piece.node.body, (any) => {
    const call = any as Extract<AnyNode, {type: "CallExpression"}>;
    if (call.type !== "CallExpression" || call.callee.type !== "Identifier") return;
    const called = call.callee.name;
    const [first, options] = call.arguments;
    if (Object.hasOwn(byKey, called) && first?.type === "ObjectExpression")
      for (const {name, start} of keysOf(first)) unknown(name, called as keyof typeof byKey, start);
    const name = first && textOf(first);
    if (!Object.hasOwn(byText, called) || !first || name === undefined) return;
    if (unknown(name, called as keyof typeof byText, first.start) || options?.type !== "ObjectExpression") return;
    const value = options.properties.find((part) => part.type === "Property" && nameOf(part.key) === "value");
    if (value?.type !== "Property" || value.value.type !== "Literal") return;
    const values = new Set(
      combinations([name as ParameterName], words).map((chosen) => chosen[name as ParameterName]!)
    );
    const written = String(value.value.value);
    if (values.has(written)) return;
    const near = nearest(written, [...values]);
    error(
      value.value.start,
      `»${written}« er ingen af værdierne i valget ${name}${near ? `; mente du ${near}?` : "."}`
    );
  });
  return found;
}

/** A text that is written out, between quotation marks or backticks. */
function textOf(node: AnyNode): string | undefined {
  if (node.type === "TemplateLiteral" && node.expressions.length === 0)
    return node.quasis[0]!.value.cooked ?? undefined;
  return node.type === "Literal" ? String(node.value) : undefined;
}

function keysOf({properties}: ObjectExpression): {name: string; start: number}[] {
  return properties.flatMap((part) => {
    const name = part.type === "Property" && !part.computed ? nameOf(part.key) : undefined;
    return name === undefined ? [] : [{name, start: part.start}];
  });
}

function nameOf(key: AnyNode): string | undefined {
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" ? String(key.value) : undefined;
}
