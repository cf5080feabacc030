/** Worked examples for whoever plays them elsewhere than in the engine's own world: read, and compared. */
export { readExamples } from './check-examples.ts';
export { birthdayOf } from './club-steps.ts';
export { compareStep } from './compare-step.ts';
export type { Example, ExampleMember, ExamplePurchase, ExampleStay, ExampleStep, Expectation } from './example.ts';
export { countedText } from './see-chances.ts';
export type { Seen, SeenEvent, SeenStanding } from './seen.ts';
export { instantOf, minorOf, purchaseOf, unitsOf } from './written-values.ts';
