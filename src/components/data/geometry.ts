import {FileAttachment} from "observablehq:stdlib";
import type {Geometry} from "../../../data-loaders/geometry/geometry.js";

/** What maps are drawn from; a file of its own, fetched by pages that draw one. */
export function loadGeometry(): Promise<Geometry> {
  return FileAttachment("../../data/geometry.json").json<Geometry>();
}
