import type {Status} from "../../domain/status.js";

/** A share as tables publish it, with its 95 % interval; NULL where it is hidden. */
export interface PublishedShare {
  n: number | null;
  total: number | null;
  /** 0 to 100. */
  percent: number | null;
  low: number | null;
  high: number | null;
  status: Status;
}
