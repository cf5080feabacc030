import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Decimal, decimalTextOf } from '../reading/decimals.ts';

/** What of the file was not recorded, and why: by the file alone, or refused by the program. */
export interface ReportLine {
  readonly invoice: string;
  readonly fileLine: number;
  /** Absent for a whole invoice. */
  readonly sku?: string;
  readonly quantity?: Decimal;
  readonly reason: string;
}

/** Writes the report as CSV; a reader never sees half of it. */
export function writeReport(path: string, lines: readonly ReportLine[]) {
  const rows = lines.map(({ invoice, fileLine, sku, quantity, reason }) =>
    [invoice, String(fileLine), sku ?? '', quantity === undefined ? '' : decimalTextOf(quantity), reason]
      .map(field)
      .join(','),
  );
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.part`;
  writeFileSync(draft, `${['invoice,line,code,quantity,reason', ...rows].join('\n')}\n`);
  renameSync(draft, path);
}

function field(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
