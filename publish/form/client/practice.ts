/** Ten patients to practise on, made up: nothing that is ticked about them counts. */
export const practiceCases: readonly string[] = [
  "Kvinde på 34, første konsultation. Ondt i lænden i ni dage efter et løft, ingen udstråling. Normal neurologi.",
  "Mand på 58, senere konsultation. Udstråling til foden i fem uger, kraften er normal. Sover dårligt.",
  "Mand på 71, første konsultation. Går 200 meter, før benene bliver tunge. Bedre, når han bøjer sig forover.",
  "Kvinde på 46, sygemeldt i tre uger. Ked af det. Ønsker en scanning.",
  "Kvinde på 29, anden episode i år. Er blevet bedre af øvelser hos fysioterapeut.",
  "Mand på 39, nedsat kraft i storetåen siden i går. Ingen problemer med vandladning.",
  "Mand på 63, tidligere kræft. Ondt om natten, har tabt sig.",
  "Kvinde på 52, ondt i lænd, nakke og knæ i et år. Tager smertestillende dagligt.",
  "Kvinde på 80, ringer for at høre svar på scanning.",
  "Mand på 24, vil vide, om han må træne. Ingen fund."
];
