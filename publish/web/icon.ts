// Five bars from the lowest to the highest, one of them one's own, as in the site's variation diagrams.
const bars = [
  {x: 5, height: 6, color: "#fff"},
  {x: 10, height: 9, color: "#fff"},
  {x: 15, height: 13, color: "#ffb48f"},
  {x: 20, height: 17, color: "#fff"},
  {x: 25, height: 21, color: "#fff"}
];

/** The site's icon as an SVG. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#2868c0"/>${bars
  .map(
    ({x, height, color}) => `<rect x="${x - 1.5}" y="${26 - height}" width="3.4" height="${height}" fill="${color}"/>`
  )
  .join("")}</svg>`;

/** The icon as an address that needs no request; in base64, since Framework escapes what already is. */
export const iconAddress = `data:image/svg+xml;base64,${btoa(icon)}`;
