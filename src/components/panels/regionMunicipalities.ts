import {areaName, regionByRegion, type Area} from "../../domain/areas.js";
import {element} from "../dom/dom.js";

/** The municipalities of a region, each the way to its profile. */
export function regionMunicipalities(region: Area, areas: readonly Area[]): HTMLElement {
  return element(
    "section",
    {class: "area-list on-screen", "aria-labelledby": "kommuner"},
    element("h2", {id: "kommuner"}, `Kommuner i ${areaName(region)}`),
    municipalityLinks(region, areas)
  );
}

/** Every region with its municipalities below it, folded until a reader asks for them. */
export function foldedRegions(areas: readonly Area[]): HTMLElement {
  const regions = regionByRegion(areas).filter(({type}) => type === "region");
  return element(
    "div",
    {},
    ...regions.map((region) =>
      element(
        "details",
        {class: "area-list", id: region.id},
        element("summary", {}, areaName(region)),
        element("p", {}, element("a", {href: `./${region.id}`}, `Hele ${areaName(region)}`)),
        municipalityLinks(region, areas)
      )
    )
  );
}

function municipalityLinks(region: Area, areas: readonly Area[]): HTMLElement {
  const own = regionByRegion(areas).filter((area) => area.region === region.id);
  return element("ul", {}, ...own.map(({id, name}) => element("li", {}, element("a", {href: `./${id}`}, name))));
}
