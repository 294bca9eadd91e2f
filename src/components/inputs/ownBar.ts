import type {OwnCode} from "./codeInput.js";
import type {OwnParticipant} from "./privateInput.js";

/** The reader's own bar among those of a profession and round, and the message where there is none. */
export function ownBar<Bar extends {participant: unknown}>(
  own: OwnParticipant | OwnCode | null,
  bars: readonly Bar[],
  shown: {profession: string; round: string}
): {mine?: Bar; message: string} {
  if (!own) return {message: ""};
  if ("message" in own) return own;
  const few = "Deltagere med færre end tre registreringer vises ikke.";
  if ("hash" in own) {
    const mine = bars.find(({participant}) => participant === own.hash);
    if (mine) return {mine, message: ""};
    return {
      message: `Koden har ingen søjle her. Er den skrevet rigtigt, og er det din egen faggruppe og runde, der er valgt øverst? ${few}`
    };
  }
  if (own.profession !== shown.profession || own.round !== shown.round)
    return {message: "Vælg din egen faggruppe og runde øverst for at se din søjle."};
  const mine = bars.find(({participant}) => participant === own.participant_no);
  return mine
    ? {mine, message: ""}
    : {message: `Deltager ${own.participant_no} har ingen søjle her. Er nummeret rigtigt? ${few}`};
}
