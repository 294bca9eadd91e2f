import {
  parameters,
  registerParameters,
  type AuditParameterName,
  type Choice,
  type Chosen,
  type ParameterName,
  type RegisterParameterName,
  type Vocabulary
} from "../../src/parameters.js";

/** Whether an expression in a query is one of the site's choices. */
export function isParameter(expression: string): expression is ParameterName {
  return isOfAudit(expression) || Object.hasOwn(registerParameters, expression);
}

/** What can be chosen under a name, the audit's or the registers'. */
export function choicesOf(name: ParameterName, words: Vocabulary, chosen: Chosen): Choice[] {
  return isOfAudit(name)
    ? parameters[name].choices(words, chosen)
    : registerParameters[name as RegisterParameterName].choices(words.registers, chosen);
}

/**
 * Every combination of values of some choices. One that depends on another takes the values it
 * has for each value of the other, also where the other is not itself asked for.
 */
export function combinations(names: ParameterName[], words: Vocabulary): Chosen[] {
  const all = withDependencies(names);
  let found: Chosen[] = [{}];
  for (const name of all) {
    found = found.flatMap((chosen) => choicesOf(name, words, chosen).map(({value}) => ({...chosen, [name]: value})));
  }
  const asked = found.map((chosen) => Object.fromEntries(names.map((name) => [name, chosen[name]])) as Chosen);
  return [...new Map(asked.map((chosen) => [JSON.stringify(chosen), chosen])).values()];
}

/** What a page shows before a reader has chosen: its own defaults, else the first value of each choice. */
export function defaults(names: ParameterName[], words: Vocabulary, own: Record<string, string>): Chosen {
  const chosen: Chosen = {};
  for (const name of withDependencies(names)) {
    const values = choicesOf(name, words, chosen).map((choice) => choice.value);
    chosen[name] = own[name] !== undefined && values.includes(own[name]) ? own[name] : values[0];
  }
  return chosen;
}

/** The choices and those they depend on, these first. */
function withDependencies(names: ParameterName[]): ParameterName[] {
  const ordered = new Set<ParameterName>();
  const add = (name: ParameterName) => {
    (isOfAudit(name) ? parameters[name] : registerParameters[name as RegisterParameterName]).dependsOn.forEach(add);
    ordered.add(name);
  };
  names.forEach(add);
  return [...ordered];
}

function isOfAudit(name: string): name is AuditParameterName {
  return Object.hasOwn(parameters, name);
}
