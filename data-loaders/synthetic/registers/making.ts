import type {Session} from "../../engine/session.js";
import type {RegisterAssumptions} from "./assumptions.js";
import type {Delivery} from "./deliver.js";
import type {PeriodPlan} from "./plan.js";
import type {PrintedRegister} from "./printed.js";

/** What the people are made from, and where they are delivered. */
export interface Making {
  session: Session;
  plans: PeriodPlan[];
  printed: PrintedRegister;
  assumptions: RegisterAssumptions;
  seed: number;
  /** Copies of every person. */
  scale: number;
  /** About so many prescriptions in all, instead of the assumed number per person. */
  prescriptions?: number | undefined;
  delivery: Delivery;
}
