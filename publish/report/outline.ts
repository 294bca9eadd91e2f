import type {Area} from "../../data-loaders/registerFacts.js";
import {parameters, type Vocabulary} from "../../src/parameters.js";
import type {Taking} from "./client/takePage.js";

/** One chapter: a page of the site, and figures from other views of it. */
export interface Chapter extends Omit<Taking, "prefix"> {
  /** The page's address below the site, with choices. */
  address: string;
  /** Other choices of the same page, and the figures to take from each. */
  also?: {addresses: string[]; figures: string[]};
}

/** What is hidden and why, in every report. */
const protection: Chapter = {address: "metode/diskretion"};

/** What the audit report consists of. The first view of a page is the one its address gives; the others follow it. */
export function auditOutline({codebook, rounds}: Vocabulary): Chapter[] {
  const forms = codebook.professions.filter((p) => !p.telephoneOf).map(({id}) => id);
  const compared = codebook.professions.filter((p) => p.variation).map(({id}) => id);
  // Sex stands with age, and what was done is what the pages begin with.
  const blocks = parameters.block.choices({codebook, rounds}, {}).map(({value}) => value).filter((id) => id !== "sex" && id !== "actions");
  const views = (address: string, choice: "block" | "profession", values: string[], figure: string): Chapter => ({
    address,
    also: {addresses: values.map((value) => `${address}?${parameters[choice].address}=${value}`), figures: [figure]}
  });
  return [
    {address: "audit/alder-og-koen"},
    views("audit/haandtering", "block", blocks, "haandtering"),
    views("audit/forloeb", "block", blocks, "foerste-senere"),
    {address: "audit/udstraaling"},
    ...(compared.length > 0 ? [views("audit/variation", "profession", compared.slice(1), "variation")] : []),
    ...(rounds.length > 1 ? [views("audit/runder", "block", blocks, "aendring")] : []),
    views("audit/tabeller", "profession", forms.slice(1), "tabeller"),
    {address: "metode/", without: ["kendte-trykfejl-i-rapporterne", "passer-beregningerne-med-rapporterne"]},
    protection
  ];
}

/** What the register report consists of: the whole country's pages, or what there is about one area. */
export function registerOutline({registers}: Vocabulary, area: Area): Chapter[] {
  const indicators = registers.indicators.map(({id}) => `register/indikatorer/${id}`);
  const definitions = {address: "metode/indikatorer"};
  if (area.type === "country") {
    return [
      {address: "register/", without: ["ga-videre"]},
      {address: "register/diagnoser"},
      {address: "register/patientforloeb"},
      {address: "register/indikatorer/"},
      ...indicators.map((address) => ({address, without: ["definition"]})),
      definitions,
      protection
    ];
  }
  const marked = {area: area.id, figures: ["danmarkskort", "tragtplot"]};
  const level = area.type === "region" ? "?niveau=region" : "";
  return [
    {address: `register/omraade/${area.id}`},
    ...(area.type === "region" ? [{address: `register/patientforloeb?hospitalsregion=${area.id}`}] : []),
    ...indicators.map((address) => ({address: address + level, ...marked})),
    {...definitions, without: ["koder-der-skal-bekraeftes"]},
    protection
  ];
}
