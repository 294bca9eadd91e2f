/** Which end of an indicator is the better one, as readers are told wherever areas are set in an order. */
export const better = {high: "høj er bedst", low: "lav er bedst", none: "hverken høj eller lav er bedst"};
