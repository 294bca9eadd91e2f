import type {Mirror} from "../../data-loaders/programme/mirror.js";
import type {Area} from "../../src/domain/areas.js";
import {parameters, registerParameters, type Vocabulary} from "../../src/parameters.js";
import type {Taking} from "./client/takePage.js";

/** One chapter: a page of the site, and figures from other views of it. */
export interface Chapter extends Omit<Taking, "prefix"> {
  /** The page's address below the site, with choices. */
  address: string;
  /**
   * How wide the browser is while the page is drawn, in pixels: what is to be printed smaller
   * is drawn smaller, and keeps its letters.
   */
  width?: number;
  /** Other choices of the same page, and the figures to take from each. */
  also?: {address: string; figures: string[]}[];
}

/** What is hidden and why, in every report. */
const protection: Chapter = {address: "metode/diskretion"};

/**
 * Audit and registers side by side, subject by subject, and at the end the audit of 2011;
 * none where the subjects are about another audit.
 */
function sideBySide({subjects}: Pick<Mirror, "subjects">): Chapter[] {
  if (subjects.length === 0) return [];
  const others = subjects.slice(1).map(({id}) => ({address: `paa-tvaers?emne=${id}`, figures: ["sider"]}));
  return [
    {
      address: "paa-tvaers",
      without: ["auditten-i-2011"],
      also: [...others, {address: "paa-tvaers", figures: ["auditten-2011"]}]
    }
  ];
}

/** What the audit report consists of. The first view of a page is the one its address gives; the others follow it. */
export function auditOutline({codebook, rounds}: Vocabulary, mirror: Pick<Mirror, "subjects">): Chapter[] {
  const forms = codebook.professions.filter((p) => !p.telephoneOf).map(({id}) => id);
  const compared = codebook.professions.filter((p) => p.variation).map(({id}) => id);
  // Sex stands with age, and what was done is what the pages begin with.
  const blocks = parameters.block
    .choices({codebook, rounds}, {})
    .map(({value}) => value)
    .filter((id) => id !== "sex" && id !== "actions");
  const views = (address: string, choice: "block" | "profession", values: string[], figure: string): Chapter => ({
    address,
    also: values.map((value) => ({address: `${address}?${parameters[choice].address}=${value}`, figures: [figure]}))
  });
  return [
    {address: "audit/alder-og-koen"},
    views("audit/haandtering", "block", blocks, "haandtering"),
    views("audit/forloeb", "block", blocks, "foerste-senere"),
    {address: "audit/udstraaling"},
    ...(compared.length > 0 ? [views("audit/variation", "profession", compared.slice(1), "variation")] : []),
    ...(rounds.length > 1 ? [views("audit/runder", "block", blocks, "aendring")] : []),
    views("audit/tabeller", "profession", forms.slice(1), "tabeller"),
    {address: "forloebsprogram/"},
    ...sideBySide(mirror),
    {address: "metode/", without: ["kendte-trykfejl-i-rapporterne", "passer-beregningerne-med-rapporterne"]},
    protection
  ];
}

/** What the register report consists of: the whole country's pages, or what there is about one area. */
export function registerOutline(
  {registers}: Vocabulary,
  mirror: Pick<Mirror, "region" | "subjects">,
  area: Area
): Chapter[] {
  const indicators = registers.indicators.map(({id}) => `register/indikatorer/${id}`);
  const definitions = {address: "metode/indikatorer"};
  if (area.type === "country") {
    return [
      {address: "register/", without: ["ga-videre"]},
      {address: "register/diagnoser"},
      {address: "register/patientforloeb"},
      {address: "register/indikatorer/"},
      ...indicators.map((address) => ({address, without: ["definition"]})),
      {address: "forloebsprogram/forekomst"},
      {address: "forloebsprogram/forloeb"},
      ...sideBySide(mirror),
      definitions,
      protection
    ];
  }
  // No narrower, or the map's legend would stand above it; no wider, or it could not be read.
  const marked = {area: area.id, figures: ["danmarkskort", "tragtplot"], width: 800};
  const level = area.type === "region" ? "?niveau=region" : "";
  return [
    {address: `register/omraade/${area.id}`},
    ...(area.type === "region" ? [{address: `register/patientforloeb?hospitalsregion=${area.id}`}] : []),
    {address: `forloebsprogram/forekomst?omraade=${area.id}`, figures: ["trin"]},
    ...indicators.map((address) => ({address: address + level, ...marked})),
    ...(area.type === "region"
      ? [
          {
            address: `forloebsprogram/forloeb?${registerParameters.region.address}=${area.id}`,
            figures: ["hyppigste-forloeb", "regler"]
          }
        ]
      : []),
    ...(area.id === mirror.region ? sideBySide(mirror) : []),
    {...definitions, without: ["koder-der-skal-bekraeftes"]},
    protection
  ];
}
