/** What news are about, in the order readers meet them. */
export const newsKinds = {
  moved: "Indikatorer, der har flyttet sig",
  crossed: "Områder, der har krydset en grænse",
  anew: "Regnet om",
  texts: "Definitioner, kodelister og tekster, der er ændret",
  come: "Offentliggjort for første gang",
  gone: "Offentliggøres ikke mere"
} as const;
