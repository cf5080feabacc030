import { conditionsToAdd, effectsToAdd, type PartToAdd } from '@trofast/engine';

/** All conditions and effects, each with its sentence and the fields of its parameters. */
export const PARTS: Readonly<Record<'condition' | 'effect', readonly PartToAdd[]>> = {
  condition: conditionsToAdd(),
  effect: effectsToAdd(),
};
