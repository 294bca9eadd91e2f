/**
 * The data or the settings cannot be used: the message is one Danish sentence an analyst can
 * act on, shown without a stack trace.
 */
export class Refusal extends Error {
  override name = "Refusal";
}
