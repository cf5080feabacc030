/** A fault is our own bug: it stops the decision and is never answered as a refusal. */
export function assert(condition: unknown, claim: string): asserts condition {
  if (!condition) throw new Error(`Broken claim: ${claim}`);
}
