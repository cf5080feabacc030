export * from './costs.ts';
export * from './flows.ts';
export * from './histogram.ts';
export * from './levels.ts';
export * from './periods.ts';
export * from './rates.ts';
