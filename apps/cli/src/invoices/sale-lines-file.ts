import type { CsvMapping } from '../mapping/read-mapping.ts';
import type { SaleLine } from '../mapping/sale-lines.ts';
import { openSource } from '../reading/open-source.ts';
import { readSaleLines } from './read-sale-lines.ts';

/** A file of sales that is read twice: once to find out about it, once for good, when what was remembered is let go. */
export interface SaleLinesFile {
  /** As many lines at a time as one piece of the file holds. */
  read(): AsyncGenerator<readonly SaleLine[]>;
  /** SHA-256 of the file; known after the first whole reading. */
  fingerprint(): string;
}

/** A year of a shop fits into memory, and is not read from the file again; what is longer is. */
const REMEMBERED_MOST = 1_000_000;

export async function openSaleLines(
  path: string,
  mapping: CsvMapping,
  rememberedMost = REMEMBERED_MOST,
): Promise<SaleLinesFile> {
  const source = await openSource(path);
  let remembered: (readonly SaleLine[])[] = [];

  async function* read(): AsyncGenerator<readonly SaleLine[]> {
    if (remembered.length > 0) {
      const all = remembered;
      remembered = [];
      for (let lines = all.shift(); lines; lines = all.shift()) yield lines;
      return;
    }
    const all: (readonly SaleLine[])[] = [];
    let count = 0;
    for await (const lines of readSaleLines(source, mapping)) {
      yield lines;
      count += lines.length;
      if (count <= rememberedMost) all.push(lines);
      else all.length = 0;
    }
    remembered = all;
  }

  return { read, fingerprint: source.fingerprint };
}
