import type {OwnCode} from "./codeInput.js";
import type {OwnParticipant} from "./privateInput.js";

/** The reader's own bar among those of a profession and round, and what is to be told where there is none. */
export function ownBar<Bar extends {participant: unknown}>(
  own: OwnParticipant | OwnCode | null,
  bars: readonly Bar[],
  shown: {profession: string; round: string}
): {mine?: Bar; told: string} {
  if (!own) return {told: ""};
  if ("told" in own) return own;
  const few = "Deltagere med færre end tre registreringer vises ikke.";
  if ("hash" in own) {
    const mine = bars.find(({participant}) => participant === own.hash);
    if (mine) return {mine, told: ""};
    return {
      told: `Koden har ingen søjle her. Er den skrevet rigtigt, og er det din egen faggruppe og runde, der er valgt øverst? ${few}`
    };
  }
  if (own.profession !== shown.profession || own.round !== shown.round)
    return {told: "Vælg din egen faggruppe og runde øverst for at se din søjle."};
  const mine = bars.find(({participant}) => participant === own.participant_no);
  return mine
    ? {mine, told: ""}
    : {told: `Deltager ${own.participant_no} har ingen søjle her. Er nummeret rigtigt? ${few}`};
}
