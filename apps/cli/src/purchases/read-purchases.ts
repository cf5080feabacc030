import { type Input, operations } from '@trofast/contract';
import type { Instant } from '@trofast/engine';
import type { Source } from '../reading/open-source.ts';
import { Mistake } from '../terminal/mistake.ts';

type PurchaseInput = Input<'recordPurchase'>;

/** One line of NDJSON in the shape of POST /v1/purchases, which here must say its id and when it happened. */
export interface PurchaseLine {
  readonly fileLine: number;
  readonly id: string;
  readonly occurredAt: Instant;
  readonly input: PurchaseInput;
}

/** Purchases as they stand in the file, as many at a time as one piece of it holds. */
export async function* readPurchases(source: Source): AsyncGenerator<readonly PurchaseLine[]> {
  let [rest, fileLine] = ['', 0];
  const readAll = (lines: readonly string[]) => {
    const read: PurchaseLine[] = [];
    for (const line of lines) {
      fileLine += 1;
      if (line.trim() !== '') read.push(readPurchase(line, fileLine));
    }
    return read;
  };
  for await (const piece of source.pieces()) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield readAll(lines);
  }
  yield readAll([rest]);
}

function readPurchase(text: string, fileLine: number): PurchaseLine {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Mistake(`Line ${fileLine} is no JSON.`, 'Each line is one purchase as a JSON object.');
  }
  const parsed = operations.recordPurchase.body.safeParse(content);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, message }) => `  /${path.join('/')}: ${message}`);
    throw new Mistake(
      `Line ${fileLine} is no purchase:\n${fields.join('\n')}`,
      'The shape is that of POST /v1/purchases, see /docs of a running server.',
    );
  }
  const { id, occurredAt } = parsed.data;
  if (id === undefined || occurredAt === undefined) {
    throw new Mistake(`Line ${fileLine} lacks id or occurredAt.`, 'An import needs both, so that it can be repeated.');
  }
  if (parsed.data.member !== undefined && Object.keys(parsed.data.member).length !== 1) {
    throw new Mistake(`Line ${fileLine} must name its member in exactly one way.`, 'Keep one of the ways.');
  }
  return { fileLine, id, occurredAt: Date.parse(occurredAt), input: parsed.data };
}
