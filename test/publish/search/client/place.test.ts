import {expect, test} from "vitest";
import {placeIn, type Places} from "../../../../publish/search/client/place.js";

const places: Places = {
  figures: [
    ["#svaert-paavirkede", "andel svaert paavirkede faggruppe"],
    ["#behandling", "svaert paavirkede alle patienter"]
  ],
  choices: [
    ["emne=actions", "handling dag raadgivning opioider"],
    ["emne=referrals", "henvisninger mr scanning skanning rygcenter"]
  ],
  chosen: "#behandling"
};

test.each([
  ["what a choice leads to: the choice, at the figure that shows it", "MR-skanning", "?emne=referrals#behandling"],
  ["the beginning of a word counts", "opioid", "?emne=actions#behandling"],
  ["what a figure is called", "andel faggruppe", "#svaert-paavirkede"],
  ["what the page is called", "udstråling", ""],
  ["what the page has elsewhere", "kommune", ""],
  ["the page and a choice", "udstråling opioider", "?emne=actions#behandling"]
])("%s: %s", (_, typed, at) => expect(placeIn("Udstråling", places, typed)).toBe(at));
