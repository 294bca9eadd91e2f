import {percent} from "../../src/components/words/format.js";
import {escapeAttribute as text} from "../html.js";
import type {ComparedShare, OwnShare} from "./ownPractice.js";

const [width, left, right] = [640, 8, 54];
const x = (share: number) => left + ((width - left - right) * share) / 100;
const at = (value: number) => Number(value.toFixed(1));

/**
 * The own share on a line of a hundred percent, with the band of chance, the profession, its middle and best quarter.
 */
export function shareLine(share: ComparedShare): string {
  const {chance, profession, middle, bestQuarter} = share;
  const parts = [
    `<line class="axis" x1="${left}" x2="${x(100)}" y1="24" y2="24"/>`,
    ...[0, 25, 50, 75, 100].map(
      (tick) =>
        `<line class="axis" x1="${at(x(tick))}" x2="${at(x(tick))}" y1="20" y2="28"/><text class="tick" x="${at(x(tick))}" y="53" text-anchor="${tick === 0 ? "start" : tick === 100 ? "end" : "middle"}">${tick} %</text>`
    ),
    chance &&
      `<rect class="chance" x="${at(x(chance.low))}" width="${at(Math.max(1, x(chance.high) - x(chance.low)))}" y="14" height="20"/>`,
    profession !== null &&
      `<line class="profession" x1="${at(x(profession))}" x2="${at(x(profession))}" y1="9" y2="34"/>`,
    middle !== null && `<path class="middle" d="M${at(x(middle))} 30l5 5l-5 5l-5 -5z"/>`,
    bestQuarter !== null && `<path class="best" d="M${at(x(bestQuarter))} 29l6 9h-12z"/>`,
    `<circle class="own" cx="${at(x(share.percent))}" cy="24" r="7"/>`,
    `<text class="ownText" x="${at(Math.min(x(88), Math.max(x(4), x(share.percent))))}" y="10" text-anchor="middle">dig ${percent(share.percent, 0)}</text>`
  ];
  return `<svg viewBox="0 0 ${width} 56" role="img" aria-label="${text(inWords(share))}">${parts.filter(Boolean).join("")}</svg>`;
}

/** The variation diagram of an answer, small: a bar a participant, and the own one between them. */
export function smallVariation(share: OwnShare & {all: number[]}): string {
  const [w, h] = [150, 48];
  const bars = share.all.toSorted((a, b) => a - b);
  const step = w / bars.length;
  const own = nearestBar(bars, share.percent);
  const drawn = bars.map(
    (value, i) =>
      `<rect class="${i === own ? "ownBar" : "bar"}" x="${at(i * step)}" width="${at(Math.max(0.6, step * 0.8))}" y="${at(h - Math.max(0.8, (h * value) / 100))}" height="${at(Math.max(0.8, (h * value) / 100))}"/>`
  );
  const line =
    share.profession === null
      ? ""
      : `<line class="profession" x1="0" x2="${w}" y1="${at(h - (h * share.profession) / 100)}" y2="${at(h - (h * share.profession) / 100)}"/>`;
  const mark = `<path class="ownMark" d="M${at((own + 0.4) * step)} ${h + 2}l4 7h-8z"/>`;
  return `<svg viewBox="-2 0 ${w + 4} ${h + 10}" role="img" aria-label="${text(inWords(share))}">${drawn.join("")}${line}${mark}</svg>`;
}

/** Which bar is the reader's own: published bars are whole percents without a name. */
function nearestBar(bars: readonly number[], own: number): number {
  const rounded = Math.round(own);
  const found = bars.indexOf(rounded);
  return found >= 0 ? found : bars.findIndex((value) => value >= rounded);
}

function inWords({label, own, of, percent: share, profession}: OwnShare): string {
  return `${label}: dig ${own} af ${of} (${percent(share, 0)}), faggruppen ${percent(profession)}`;
}
