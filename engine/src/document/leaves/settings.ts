import { saySetting } from '../../explain/settings.ts';
import type { Market, Setting, SettingPiece } from '../../program.ts';
import { type Binding, remedyFor } from '../binding.ts';
import { type JsonSchema, leaf, Misread } from '../leaf.ts';
import { kindOfValue } from '../numeral.ts';
import { pointerOf } from '../problem.ts';
import { type Speech, Unbound } from '../unbound.ts';

/** How a value that may vary is read: what its text says, and what that comes to in a market. */
export interface SettingKind<Read, Value> {
  readonly schema: JsonSchema;
  readonly read: (written: unknown) => Read | Misread;
  readonly fit: (read: Read, market: Market) => Value | Misread;
  readonly say: (value: Value, market: Market | undefined, speech: Speech) => string;
}

const PARAMETER: JsonSchema = {
  type: 'object',
  properties: { parameter: { type: 'string' } },
  required: ['parameter'],
  additionalProperties: false,
};

export function schemaOfSetting(schema: JsonSchema): JsonSchema {
  const { description, field, ...plain } = schema;
  return { description: `${description}; or { parameter: NAME }`, field, varies: true, anyOf: [plain, PARAMETER] };
}

/** A value as written: plain, or the name of a parameter. */
export type Written<Read> = { readonly plain: Read } | { readonly parameter: string };

export function readWritten<Read>(written: unknown, read: (value: unknown) => Read | Misread): Written<Read> | Misread {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    const plain = read(written);
    return plain instanceof Misread ? plain : { plain };
  }
  const unknown = Object.keys(written).find((key) => key !== 'parameter');
  if (unknown !== undefined) {
    const remedy = remedyFor(unknown, ['parameter']);
    return new Misread('unknown_word', `Expected a value or { parameter: … }, found "${unknown}".`, remedy, [unknown]);
  }
  const name = (written as { readonly parameter?: unknown }).parameter;
  if (typeof name === 'string') return { parameter: name };
  return new Misread('wrong_kind', `Expected the name of a parameter, found ${kindOfValue(name)}.`, undefined, [
    'parameter',
  ]);
}

/** Makes the setting, asking `fit` for each market and date; problems stand where the value is written. */
export function bindWritten<Read, Value>(
  written: Written<Read>,
  read: (value: unknown) => Read | Misread,
  fit: (read: Read, market: Market) => Value | Misread,
  binding: Binding,
): Setting<Value> | undefined {
  const pieces: SettingPiece<Value>[] = [];
  const failed = new Set<string>();
  for (const market of binding.markets) {
    for (const { from, value, place } of valuesIn(written, read, market, binding)) {
      const fitted = value instanceof Misread ? value : fit(value, market);
      if (fitted instanceof Misread) {
        // What is wrong with one value in several markets is told once.
        const pointer = pointerOf(place.path);
        if (!failed.has(pointer)) place.report(fitted.code, fitted.message, fitted.remedy);
        failed.add(pointer);
      } else {
        pieces.push({ market: market.id, ...(from === undefined ? {} : { from }), value: fitted });
      }
    }
  }
  const isWhole = binding.markets.every(({ id }) => pieces.some(({ market }) => market === id));
  return failed.size > 0 || pieces.length === 0 || !isWhole ? undefined : settingOf(pieces);
}

/** A value that may vary by market and date. */
export function settingLeaf<Read, Value>({ schema, read, fit, say }: SettingKind<Read, Value>) {
  return leaf(schemaOfSetting(schema), (value) => {
    const written = readWritten(value, read);
    if (written instanceof Misread) return written;
    return new Unbound<Setting<Value>>(
      (binding) => bindWritten(written, read, fit, binding),
      (setting, speech) => saySettingOf(setting, say, speech),
    );
  });
}

function saySettingOf<Value>(setting: Setting<Value>, say: SettingKind<unknown, Value>['say'], speech: Speech): string {
  return saySetting(setting, speech, (value, market) => say(value, market, speech));
}

function* valuesIn<Read>(
  written: Written<Read>,
  read: (value: unknown) => Read | Misread,
  market: Market,
  binding: Binding,
) {
  if ('plain' in written) {
    yield { from: undefined, value: written.plain, place: binding };
    return;
  }
  const name = binding.at('parameter');
  if (!name.knows('parameters', written.parameter)) return;
  const pieces = binding.reading.parameters.get(written.parameter)?.get(market.id);
  if (pieces === undefined) {
    const place = binding.root('parameters', written.parameter);
    place.reportAtKey(
      'parameter_without_value',
      `The parameter "${written.parameter}" has no value for the market "${market.id}", where it is used.`,
    );
    return;
  }
  for (const piece of pieces) {
    yield { from: piece.from, value: read(piece.written), place: binding.root(...piece.path) };
  }
}

/** Of one piece for a market, or several ascending by `from` of which the first is since ever. */
function settingOf<Value>(pieces: readonly SettingPiece<Value>[]): Setting<Value> {
  const [first, ...rest] = pieces;
  if (first === undefined) throw new RangeError('A setting has at least one value');
  if (rest.every(({ value }) => value === first.value)) return Object.assign(() => first.value, { pieces });
  const markets = new Map<string, SettingPiece<Value>[]>();
  for (const piece of pieces) {
    const own = markets.get(piece.market ?? '') ?? [];
    markets.set(piece.market ?? '', [piece, ...own]);
  }
  const choose: Setting<Value> = ({ market, day }) => {
    const own = markets.get(market);
    const piece = own?.find(({ from }) => from === undefined || from <= day);
    if (piece === undefined) throw new RangeError(`The setting has no value in the market ${market}`);
    return piece.value;
  };
  return Object.assign(choose, { pieces });
}
