import type { Output } from '@trofast/contract';

/** How the program looks, and which languages it speaks. */
export type Brand = Output<'getBrand'>;
