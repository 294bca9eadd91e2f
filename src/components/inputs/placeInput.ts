import type {Geometry} from "../../../data-loaders/geometry/geometry.js";
import {areaName, regionByRegion, type Area} from "../../domain/areas.js";
import {element, svgElement} from "../dom/dom.js";
import {borderPaths} from "../rows/regions.js";
import {readChoice, withChoice, type Input} from "./choices.js";

/** Whose numbers a reader asks for: an area's (`country` by default) or a profession's (empty: none). */
export interface Place {
  area: string;
  profession: string;
}

export interface PlaceOptions {
  areas: readonly Area[];
  professions: readonly {id: string; label: string}[];
  geometry: Promise<Geometry>;
  /** The day whose regions are meant, `yyyy-mm-dd`. */
  day: string;
}

/**
 * The front page's one question: a field to type in, a map to point at, and the professions. The answer stands in the
 * address as `omraade` or `fag`, and the one sets the other back.
 */
export function placeInput({areas, professions, geometry, day}: PlaceOptions): Input<Place> {
  const known = regionByRegion(areas);
  const names = new Map(known.map((area) => [areaName(area), area.id]));
  const {search} = document.location;
  let place: Place = {
    area: readChoice(search, "omraade", [...names.values()], "country"),
    profession: readChoice(
      search,
      "fag",
      professions.map(({id}) => id),
      ""
    )
  };
  const field = element("input", {
    type: "search",
    id: "sted-soeg",
    list: "sted-navne",
    autocomplete: "off",
    placeholder: "fx Odense eller Syddanmark"
  });
  const status = element("span", {class: "place-status", role: "status"});
  const country = element("button", {type: "button", class: "place-country"}, "Hele landet");
  const buttons = professions.map(({id, label}) => {
    const button = element("button", {type: "button", "data-profession": id}, label);
    button.addEventListener("click", () => choose({area: "country", profession: place.profession === id ? "" : id}));
    return button;
  });
  const map = element("div", {class: "place-map", "aria-hidden": "true"});
  const form = element(
    "form",
    {class: "place", role: "search", "aria-label": "Vælg område eller faggruppe"},
    element(
      "div",
      {class: "place-asked"},
      element("label", {for: "sted-soeg"}, "Hvilken region eller kommune?"),
      field,
      element("datalist", {id: "sted-navne"}, ...[...names.keys()].map((value) => element("option", {value}))),
      status,
      element("p", {class: "place-or", id: "sted-fag"}, "… eller hvilken faggruppe?"),
      element("div", {class: "place-professions", role: "group", "aria-labelledby": "sted-fag"}, ...buttons),
      country
    ),
    map
  );

  const choose = (next: Place) => {
    place = next;
    const area = withChoice(document.location.href, "omraade", place.area, "country");
    window.history.replaceState(window.history.state, "", withChoice(area, "fag", place.profession, ""));
    show();
    form.dispatchEvent(new Event("input", {bubbles: true}));
  };
  const show = () => {
    for (const button of buttons)
      button.setAttribute("aria-pressed", String(button.dataset.profession === place.profession));
    country.hidden = place.area === "country" && place.profession === "";
    const area = known.find(({id}) => id === place.area);
    field.value = area ? areaName(area) : "";
    for (const path of map.querySelectorAll("path[data-area]"))
      path.classList.toggle(
        "here",
        path.getAttribute("data-area") === place.area || path.getAttribute("data-region") === place.area
      );
  };
  const find = () => {
    const typed = field.value.trim().toLocaleLowerCase("da");
    const found =
      [...names].find(([name]) => name.toLocaleLowerCase("da") === typed) ??
      known
        .filter(({name}) => typed !== "" && name.toLocaleLowerCase("da").startsWith(typed))
        .map(({id, ...area}): [string, string] => [areaName({id, ...area}), id])[0];
    status.textContent = found || typed === "" ? "" : "Ingen region eller kommune hedder sådan.";
    if (found) choose({area: found[1], profession: ""});
  };
  field.addEventListener("change", find);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    find();
  });
  // What is typed is no choice until it is one of the names.
  field.addEventListener("input", (event) => {
    event.stopPropagation();
    if (names.has(field.value)) find();
  });
  country.addEventListener("click", () => choose({area: "country", profession: ""}));
  map.addEventListener("click", ({target}) => {
    const area = (target as Element).closest("[data-area]")?.getAttribute("data-area");
    if (area) choose({area: area === place.area ? "country" : area, profession: ""});
  });
  geometry.then((outlines) => {
    const regions = new Map(areas.flatMap(({id, region}) => (region ? [[id, region] as const] : [])));
    map.append(
      svgElement(
        "svg",
        {viewBox: `0 0 ${outlines.width} ${outlines.height}`},
        ...outlines.municipalities.map(({code, name, path}) =>
          svgElement(
            "path",
            {"data-area": code, "data-region": regions.get(code), d: path},
            svgElement("title", {}, name)
          )
        ),
        ...borderPaths(outlines, day).map((d) => svgElement("path", {class: "map-border", d}))
      )
    );
    show();
  }, console.error);
  show();
  return Object.defineProperty(form, "value", {get: () => place}) as unknown as Input<Place>;
}
