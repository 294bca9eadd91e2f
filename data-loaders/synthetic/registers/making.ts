import type {Session} from "../../engine/session.js";
import type {RegisterAssumptions} from "./assumptions.js";
import type {PeriodPlan} from "./plan.js";
import type {PrintedRegister} from "./printed.js";

/** What the people are made from. */
export interface Making {
  session: Session;
  plans: PeriodPlan[];
  printed: PrintedRegister;
  assumptions: RegisterAssumptions;
}
