import {FileAttachment} from "observablehq:stdlib";
import type {ProgrammeFacts} from "../../../data-loaders/programme/programmeFacts.js";

/** The programme's rules with what measures them, and good reasons to differ on an indicator. */
export const {rules: programmeRules, reasons: indicatorReasons} =
  await FileAttachment("../../data/rules.json").json<ProgrammeFacts["rules"]>();
