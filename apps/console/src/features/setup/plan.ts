import type { Output } from '@trofast/contract';

/** What has been chosen so far on the way to a program. */
export interface Plan {
  readonly name: string;
  readonly country: string;
  readonly currency: string;
  readonly template: string;
  readonly numbers: Readonly<Record<string, number>>;
}

export type Template = Output<'listTemplates'>['items'][number];
export type Country = Output<'listTemplates'>['countries'][number];
