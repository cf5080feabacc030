import type { Reference } from './evidence.ts';

/** Thrown inside a decision that asks for something `needs` did not name; `process` answers it as `missing`. */
export class MissingEvidence extends Error {
  readonly reference: Reference;
  constructor(reference: Reference) {
    super(`The decision needs ${reference.kind}`);
    this.reference = reference;
  }
}
