import { Mistake } from '../terminal/mistake.ts';

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** A quote that is never closed would otherwise swallow the rest of a file before anyone hears of it. */
const ROW_LENGTH_MAX = 1_000_000;

export type OnRow = (fields: readonly string[], line: number) => void;

export interface CsvReader {
  push(text: string): void;
  end(): void;
}

/**
 * Reads RFC 4180 strictly from pieces of text: every row has as many fields as the first, a quote stands only around
 * a whole field, and a quoted field is closed. Rows are handed over with the line (from 1) they begin on.
 */
export function csvReader(delimiter: string, onRow: OnRow): CsvReader {
  const separator = delimiter.charCodeAt(0);
  let rest = '';
  let line = 1;
  let width = 0;

  const deliver = (fields: string[], begins: number) => {
    if (width === 0) width = fields.length;
    if (fields.length !== width) {
      throw new Mistake(
        `Line ${begins} has ${fields.length} fields, the first line has ${width}.`,
        'Correct the line.',
      );
    }
    onRow(fields, begins);
  };

  /** Reads all rows that are complete in `text`; answers where the first incomplete one begins. */
  const readRows = (text: string, isLast: boolean): number => {
    const end = text.length;
    let begins = 0;
    let lineFeed = text.indexOf('\n');
    while (begins < end) {
      const fields: string[] = [];
      let at = begins;
      let linesInFields = 0;
      let isComplete = false;
      while (!isComplete) {
        let next: number;
        if (text.charCodeAt(at) === QUOTE) {
          const field = quotedField(text, at + 1);
          if (field === undefined) {
            if (isLast) throw new Mistake(`The quote opened on line ${line} is never closed.`, 'Close it.');
            return begins;
          }
          next = field.next;
          if (lineFeed !== -1 && lineFeed < at) lineFeed = text.indexOf('\n', at);
          if (lineFeed !== -1 && lineFeed < next) linesInFields += field.text.split('\n').length - 1;
          fields.push(field.text);
        } else {
          next = at;
          let code = text.charCodeAt(next);
          while (next < end && code !== separator && code !== LINE_FEED) {
            if (code === QUOTE) {
              throw new Mistake(
                `Line ${line} has a quote inside a field.`,
                'Put quotes around the field, and double it.',
              );
            }
            next += 1;
            code = text.charCodeAt(next);
          }
          const stop =
            next > at && text.charCodeAt(next - 1) === CARRIAGE_RETURN && code !== separator ? next - 1 : next;
          fields.push(text.slice(at, stop));
        }
        if (next >= end && !isLast) return begins;
        if (text.charCodeAt(next) === CARRIAGE_RETURN && text.charCodeAt(next + 1) === LINE_FEED) next += 1;
        if (text.charCodeAt(next) === separator) {
          at = next + 1;
        } else if (next >= end || text.charCodeAt(next) === LINE_FEED) {
          isComplete = true;
          at = next + 1;
        } else {
          if (next === end - 1 && !isLast) return begins;
          throw new Mistake(
            `Line ${line} has text after a closing quote.`,
            'Double the quotes that belong to the text.',
          );
        }
      }
      const isBlank = fields.length === 1 && fields[0] === '';
      if (!isBlank) deliver(fields, line);
      line += 1 + linesInFields;
      begins = at;
    }
    return begins;
  };

  return {
    push(text) {
      const whole = rest === '' ? text : rest + text;
      rest = whole.slice(readRows(whole, false));
      if (rest.length > ROW_LENGTH_MAX) {
        throw new Mistake(`The row on line ${line} is longer than ${ROW_LENGTH_MAX} characters.`, 'Close its quote.');
      }
    },
    end() {
      readRows(rest, true);
      rest = '';
    },
  };
}

/** The text from `from` to its closing quote, doubled quotes read as one; `undefined` when it is not closed here. */
function quotedField(text: string, from: number) {
  let close = text.indexOf('"', from);
  let hasDoubled = false;
  while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) {
    hasDoubled = true;
    close = text.indexOf('"', close + 2);
  }
  if (close === -1) return undefined;
  const raw = text.slice(from, close);
  return { text: hasDoubled ? raw.replaceAll('""', '"') : raw, next: close + 1 };
}
