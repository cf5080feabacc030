import type { CsvMapping } from '../mapping/read-mapping.ts';
import { type ReadSaleLine, type SaleLine, saleLineReader } from '../mapping/sale-lines.ts';
import { csvReader } from '../reading/csv-reader.ts';
import type { Source } from '../reading/open-source.ts';

/** The lines of a file of sales, as many at a time as one piece of the file holds. */
export async function* readSaleLines(source: Source, mapping: CsvMapping): AsyncGenerator<readonly SaleLine[]> {
  let readLine: ReadSaleLine | undefined;
  let read: SaleLine[] = [];
  const reader = csvReader(mapping.delimiter, (fields, fileLine) => {
    if (readLine === undefined) readLine = saleLineReader(mapping, withoutByteOrderMark(fields));
    else read.push(readLine(fields, fileLine));
  });
  for await (const piece of source.pieces(mapping.encoding)) {
    reader.push(piece);
    yield read;
    read = [];
  }
  reader.end();
  yield read;
}

function withoutByteOrderMark([first = '', ...others]: readonly string[]): readonly string[] {
  return [first.replace(/^\uFEFF/, ''), ...others];
}
