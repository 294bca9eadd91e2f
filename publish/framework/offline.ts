// Rests on Framework 1.13.4: a folder named after a library and a version in its cache gives the version of
// that library without the network; what it fetches otherwise it fetches by the global `fetch`.
import {mkdirSync} from "node:fs";
import {join} from "node:path";

// Framework asks the npm registry for the version of each library it recommends, also of those no page uses.
// A folder named after the library and any version in its cache answers the question without the network.
const recommended = [
  "@observablehq/plot@0.6.17",
  "@observablehq/sample-datasets@1.0.1",
  "apache-arrow@17.0.0",
  "arquero@7.0.0",
  "d3@7.9.0",
  "d3-dsv@3.0.1",
  "echarts@5.6.0",
  "htl@0.3.1",
  "leaflet@1.9.4",
  "lodash@4.17.21",
  "mapbox-gl@3.9.0",
  "parquet-wasm@0.6.1",
  "react@18.3.1",
  "react-dom@18.3.1",
  "topojson-client@3.1.0"
];

const {fetch} = globalThis;

/** A page that would have something of the network is refused, where there is a network as where there is none. */
const fetchHere: typeof fetch = async (asked, options) => {
  const address = asked instanceof Request ? asked.url : String(asked);
  if (/^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(address)) return fetch(asked, options);
  throw new Error(`Framework ville hente ${address} fra nettet; siden må kun bruge, hvad der er installeret`);
};

/** Makes `observable build` and `observable preview` of the source folder `root` work with no network at all. */
export function stayOffline(root: string): void {
  globalThis.fetch = fetchHere;
  process.env.OBSERVABLE_TELEMETRY_DISABLE = "1";
  for (const library of recommended) mkdirSync(join(root, ".observablehq/cache/_npm", library), {recursive: true});
}
