import type { Instant } from '@trofast/engine';
import type { InvoiceKind, SaleLine } from '../mapping/sale-lines.ts';

/** All lines of one number, wherever they stand in the file. It occurs at its first line's time. */
export interface Invoice {
  readonly number: string;
  /** From 0, by the first line. */
  readonly index: number;
  readonly kind: InvoiceKind;
  /** Empty: no customer. */
  readonly customer: string;
  readonly market: string;
  readonly occurredAt: Instant;
  readonly lines: readonly SaleLine[];
}
