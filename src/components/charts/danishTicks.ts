import {formatDefaultLocale} from "d3-format";
import {timeFormatDefaultLocale} from "d3-time-format";

// What every axis and legend is numbered by where a chart says nothing else, in Plot as in D3.
formatDefaultLocale({
  decimal: ",",
  thousands: ".",
  grouping: [3],
  currency: ["", "\u00A0kr."],
  percent: "\u00A0%",
  minus: "−"
});

timeFormatDefaultLocale({
  dateTime: "%A den %-d. %B %Y kl. %H.%M.%S",
  date: "%-d.%-m.%Y",
  time: "%H.%M.%S",
  periods: ["", ""],
  days: ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"],
  shortDays: ["søn.", "man.", "tirs.", "ons.", "tors.", "fre.", "lør."],
  months: "januar februar marts april maj juni juli august september oktober november december".split(" ") as Months,
  shortMonths: "jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.".split(" ") as Months
});

type Months = Parameters<typeof timeFormatDefaultLocale>[0]["months"];
