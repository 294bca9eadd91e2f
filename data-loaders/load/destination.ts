import type {FileOf} from "../disclosure/writeTables.js";

/** Where what is computed goes. Without `published`, nothing of it is for readers. */
export interface Destination {
  /** A folder for what is needed on the way; `tables` in it are those before protection. */
  aside: string;
  published?: FileOf;
  /** False: everything is done but written. */
  write: boolean;
  step: (label: string) => void;
}
