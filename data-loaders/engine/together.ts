/**
 * Waits for works that are under way until all have ended: when one fails, none is left working on.
 * @throws the first error in the order in which they are given, whichever came first
 */
export async function together<A, B>(works: [A | Promise<A>, B | Promise<B>]): Promise<[A, B]> {
  const ended = await Promise.allSettled(works);
  const failed = ended.find(({status}) => status === "rejected");
  if (failed) throw (failed as PromiseRejectedResult).reason;
  return Promise.all(works);
}
