/**
 * Arrays in PostgreSQL's binary format (array_recv): dimensions, null flag, element type, length and lower bound, then
 * each element with its length. Text of many quotes would otherwise be escaped twice.
 */
const TEXT = 25;
const INT8 = 20;
const INT4 = 23;
const BYTEA = 17;
const HEADER = 20;

export function textArray(values: readonly (string | null)[]): Buffer {
  let size = HEADER + values.length * 4;
  for (const value of values) if (value !== null) size += Buffer.byteLength(value);
  const buffer = withHeader(size, values.length, TEXT);
  let offset = HEADER;
  for (const value of values) {
    if (value === null) {
      offset = buffer.writeInt32BE(-1, offset);
      continue;
    }
    const length = buffer.write(value, offset + 4);
    buffer.writeInt32BE(length, offset);
    offset += 4 + length;
  }
  return buffer;
}

export function bigintArray(values: readonly (number | null)[]): Buffer {
  const buffer = withHeader(HEADER + values.length * 12, values.length, INT8);
  let offset = HEADER;
  for (const value of values) {
    if (value === null) {
      offset = buffer.writeInt32BE(-1, offset);
      continue;
    }
    offset = buffer.writeInt32BE(8, offset);
    const high = Math.floor(value / 0x1_0000_0000);
    offset = buffer.writeInt32BE(high, offset);
    offset = buffer.writeUInt32BE(value - high * 0x1_0000_0000, offset);
  }
  return buffer.subarray(0, offset);
}

export function integerArray(values: readonly number[]): Buffer {
  const buffer = withHeader(HEADER + values.length * 8, values.length, INT4);
  let offset = HEADER;
  for (const value of values) {
    offset = buffer.writeInt32BE(4, offset);
    offset = buffer.writeInt32BE(value, offset);
  }
  return buffer;
}

export function byteaArray(values: readonly (Buffer | null)[]): Buffer {
  let size = HEADER + values.length * 4;
  for (const value of values) size += value?.length ?? 0;
  const buffer = withHeader(size, values.length, BYTEA);
  let offset = HEADER;
  for (const value of values) {
    offset = buffer.writeInt32BE(value?.length ?? -1, offset);
    if (value !== null) offset += value.copy(buffer, offset);
  }
  return buffer;
}

function withHeader(size: number, length: number, elementType: number): Buffer {
  const buffer = Buffer.allocUnsafe(size);
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(1, 4);
  buffer.writeInt32BE(elementType, 8);
  buffer.writeInt32BE(length, 12);
  buffer.writeInt32BE(1, 16);
  return buffer;
}
