import { dayText } from '../../time/days.ts';
import { type Binding, type ParameterPiece, remedyFor } from '../binding.ts';
import { Misread } from '../leaf.ts';
import { readDay } from '../leaves/dates.ts';
import { kindOfValue } from '../numeral.ts';

/** For editors: one value, values by date, or either of them by market. */
export const parameterSchema = (() => {
  const value = { description: 'a number, money, a time or a name', type: ['number', 'string'] };
  const dated = {
    type: 'array',
    minItems: 1,
    items: {
      type: 'object',
      properties: { from: { description: 'a date; not in the first', type: 'string' }, value },
      required: ['value'],
      additionalProperties: false,
    },
  };
  const anywhere = [value, dated];
  return { anyOf: [...anywhere, { type: 'object', additionalProperties: { anyOf: anywhere } }] };
})();

/** The values of one parameter by market. What is missing for a market is a problem only where it is used. */
export function readParameter(
  written: unknown,
  markets: readonly string[],
  binding: Binding,
): ReadonlyMap<string, readonly ParameterPiece[]> {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    const pieces = readPieces(written, binding);
    return new Map(markets.map((market) => [market, pieces]));
  }
  const own = new Map<string, readonly ParameterPiece[]>();
  for (const [market, value] of Object.entries(written)) {
    const place = binding.at(market);
    if (markets.includes(market)) own.set(market, readPieces(value, place));
    else place.reportAtKey('unknown_reference', `There is no market "${market}".`, remedyFor(market, markets));
  }
  return own;
}

function readPieces(written: unknown, binding: Binding): readonly ParameterPiece[] {
  if (!Array.isArray(written)) {
    if (typeof written === 'object') {
      binding.report('wrong_kind', `Expected a value or a list of values by date, found ${kindOfValue(written)}.`);
      return [];
    }
    return [{ from: undefined, written, path: binding.path }];
  }
  if (written.length === 0) binding.report('empty', 'The list of values is empty.');
  const pieces = written.map((piece: unknown, index) => readPiece(piece, index, binding.at(index)));
  const read = pieces.filter((piece) => piece !== undefined);
  for (const [index, piece] of read.entries()) checkOrder(read[index - 1], piece, index, binding);
  return read;
}

function readPiece(written: unknown, index: number, binding: Binding): ParameterPiece | undefined {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    binding.report('wrong_kind', `Expected { from: DATE, value: … }, found ${kindOfValue(written)}.`);
    return undefined;
  }
  const { from, value, ...rest } = written as Readonly<Record<string, unknown>>;
  for (const word of Object.keys(rest)) {
    const message = `"${word}" is not known here.`;
    binding.at(word).reportAtKey('unknown_word', message, remedyFor(word, ['from', 'value']));
  }
  if (value === undefined) {
    binding.report('missing_word', 'The word "value" is missing.');
    return undefined;
  }
  const day = from === undefined ? undefined : readDay(from);
  if (day instanceof Misread) {
    binding.at('from').report(day.code, day.message, day.remedy);
    return undefined;
  }
  if (day === undefined && index > 0) binding.report('missing_word', 'Every value after the first has a "from".');
  if (day !== undefined && index === 0) {
    binding
      .at('from')
      .reportAtKey(
        'parameter_without_value',
        `Before ${dayText(day)} there is no value.`,
        'The first value has no "from".',
      );
  }
  return { from: day, written: value, path: binding.at('value').path };
}

function checkOrder(before: ParameterPiece | undefined, piece: ParameterPiece, index: number, binding: Binding): void {
  if (before?.from === undefined || piece.from === undefined || before.from < piece.from) return;
  binding
    .at(index, 'from')
    .report('dates_reversed', 'The dates of the values do not rise.', 'Put the earlier value first.');
}
