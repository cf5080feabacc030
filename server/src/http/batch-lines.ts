import { setTimeout } from 'node:timers/promises';
import { BATCHED, type Operation, operations } from '@trofast/contract';
import { nearestName } from '@trofast/engine';
import { type Answered, fail, isRefused, malformed, type Refused, type Services } from '../context.ts';
import { namesOf } from './batch-names.ts';
import { type Asked, dispatch } from './dispatch.ts';
import { inTurns } from './in-turns.ts';
import { problemOf } from './problems.ts';
import { type Line, splitLines } from './split-lines.ts';

export interface BatchServices {
  readonly services: Services;
  readonly bodyBytesMax: number;
}

const inFlightMax = 256;
const triesMax = 20;
const pauseMilliseconds = 100;

type Batched = (typeof BATCHED)[number];

/** One line of NDJSON for each line that comes in, in the same order. */
export async function* answerLines(
  { services, bodyBytesMax }: BatchServices,
  asked: Asked,
  chunks: AsyncIterable<Uint8Array>,
  requestId: string,
): AsyncGenerator<string> {
  const inTurn = inTurns();
  const jobs = numbered(splitLines(chunks, bodyBytesMax));
  const answer = async ([number, line]: readonly [number, Line]): Promise<string> => {
    const read = readLine(line);
    if (isRefused(read)) return answerText(number, undefined, read, requestId);
    const { name, fields } = read;
    const key = typeof fields.id === 'string' ? fields.id : undefined;
    const answered = await inTurn(namesOf(name, fields), () => tried(services, name, { ...asked, body: fields }));
    return answerText(number, key, answered, requestId, operations[name]);
  };
  yield* windowed(jobs, answer);
}

/** Works on several lines at once and gives their answers in order, each as soon as it is there. */
async function* windowed<Job>(jobs: AsyncIterator<Job>, work: (job: Job) => Promise<string>): AsyncGenerator<string> {
  const waiting: Promise<string>[] = [];
  let next: Promise<IteratorResult<Job>> | undefined;
  let isOver = false;
  while (!isOver || waiting.length > 0) {
    if (!isOver && waiting.length < inFlightMax) next ??= jobs.next();
    const first = waiting[0];
    const head = first?.then((text) => ({ text }));
    const came = await Promise.race([...(head ? [head] : []), ...(next ? [next] : [])]);
    if ('text' in came) {
      waiting.shift();
      yield `${came.text}\n`;
    } else {
      next = undefined;
      if (came.done) isOver = true;
      else waiting.push(work(came.value));
    }
  }
}

async function* numbered<Item>(items: AsyncIterable<Item>): AsyncGenerator<readonly [number, Item]> {
  let number = 0;
  for await (const item of items) {
    number += 1;
    yield [number, item];
  }
}

interface ReadLine {
  readonly name: Batched;
  readonly fields: Readonly<Record<string, unknown>>;
}

function readLine(line: Line): ReadLine | Refused {
  if (line === undefined) return fail('too_large');
  const value = parsed(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return malformed('', 'A line is one JSON object.');
  }
  const { operation, ...fields } = value as Readonly<Record<string, unknown>>;
  const name = BATCHED.find((known) => known === operation);
  if (name) return { name, fields };
  const near = nearestName(String(operation), BATCHED);
  return malformed('/operation', near ? `Did you mean \`${near}\`?` : `It must be one of ${BATCHED.join(', ')}.`);
}

function parsed(line: string): unknown {
  if (line.includes('\\u0000')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    // What is no JSON is the sender's; the line's answer says so.
    return undefined;
  }
}

/** A batch waits for room instead of handing its lines back. */
async function tried(services: BatchServices['services'], name: Batched, asked: Asked): Promise<Answered<unknown>> {
  for (let tries = 1; ; tries += 1) {
    const answered = await dispatch(services, name, { ...asked, idempotencyKey: undefined });
    const isFull = 'failed' in answered && answered.failed === 'overloaded';
    if (!isFull || tries === triesMax) return answered;
    await setTimeout(pauseMilliseconds);
  }
}

function answerText(
  line: number,
  id: string | undefined,
  answered: Answered<unknown>,
  requestId: string,
  operation?: Operation,
): string {
  const head = { line, ...(id === undefined ? {} : { id }) };
  if (isRefused(answered)) {
    const problem = problemOf(answered, requestId);
    return JSON.stringify({ ...head, status: problem.status, problem });
  }
  const replayed = answered.replayed ? { replayed: true } : {};
  return JSON.stringify({ ...head, status: operation?.status ?? 200, ...replayed, answer: answered.output });
}
