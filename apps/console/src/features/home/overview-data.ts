import type { Output } from '@trofast/contract';

export type OverviewData = Output<'getOverview'>;
