import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unopened } from '../account.ts';
import { readProgram } from '../document/read-program.ts';
import { SAMPLE_PROGRAM } from '../document/sample-program.ts';
import type { Event } from '../event.ts';
import { NO_EVIDENCE, type Recorded } from '../evidence.ts';
import { fold } from '../evolve.ts';
import type { Fact } from '../facts.ts';
import { process } from '../process.ts';
import { joinPersonal, splitPersonal } from './personal.ts';

const AT = Date.UTC(2026, 0, 5, 9);
const birthday = { month: 3, dayOfMonth: 31 };

function enrolled(): Recorded {
  const read = readProgram(SAMPLE_PROGRAM);
  assert.ok('program' in read);
  const programs = { id: 'shop', versions: [{ number: 1, from: 0, program: read.program }] };
  const market = [...read.program.markets.keys()][0] ?? '';
  const body = { market, birthday, address: 'hash of where', attributes: { age: '60+' }, cards: ['1234'] };
  const event: Event = { id: 'e', kind: 'enrolment', at: AT, occurredAt: AT, member: 'm', body };
  const recorded = process(programs, unopened('a'), event, NO_EVIDENCE).recorded.at(-1);
  assert.ok(recorded);
  return recorded;
}

test('what is kept of an enrolment for ever says nothing of birthday, address and attributes', () => {
  const { kept, personal } = splitPersonal(enrolled());
  for (const word of ['dayOfMonth', 'hash of where', '60+']) assert.ok(!JSON.stringify(kept).includes(word), word);
  assert.deepEqual(personal?.body, { birthday, address: 'hash of where', attributes: { age: '60+' } });
});

test('an event with its private row is whole again', () => {
  const whole = enrolled();
  const { kept, personal } = splitPersonal(whole);
  assert.deepEqual(joinPersonal(JSON.parse(JSON.stringify(kept)), JSON.parse(JSON.stringify(personal))), whole);
});

test('a fold that finds the private row gone leaves its fields empty', () => {
  const { kept } = splitPersonal(enrolled());
  const member = fold(unopened('a'), joinPersonal(kept)).members.m;
  assert.deepEqual(member, { since: 20458, cards: ['1234'], cardKinds: [], attributes: {} });
});

test('facts of version 1 carry everything themselves and stay readable', () => {
  const fact: Fact = {
    ...{ fact: 'enrolled', v: 1, market: 'UK', since: 1, member: 'm', cards: [], cardKinds: [] },
    ...{ attributes: { age: '60+' }, birthday },
  };
  const old: Recorded = { ...enrolled(), facts: [fact] };
  assert.deepEqual(splitPersonal(old).kept.facts, [fact]);
  assert.deepEqual(joinPersonal(old).facts, [fact]);
  assert.deepEqual(fold(unopened('a'), old).members.m?.birthday, birthday);
});

test('a value that was read of a person keeps its place: without it, nothing depends on it', () => {
  const reading = { birthday: '03-31', 'attribute:age': '60+', 'level:status': 'gold', 'attribute:none': null };
  const { kept, personal } = splitPersonal({ ...enrolled(), reading });
  assert.deepEqual(kept.reading, { ...reading, birthday: null, 'attribute:age': null });
  assert.deepEqual(personal?.reading, { birthday: '03-31', 'attribute:age': '60+' });
  assert.deepEqual(joinPersonal(kept, personal ?? {}).reading, reading);
});
