/** A line of a stream, without its end; `undefined` stands for one that is longer than allowed. */
export type Line = string | undefined;

const newline = 0x0a;

/** Splits bytes into lines as they come in, holding at most one line. Empty lines are left out. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, bytesMax: number): AsyncGenerator<Line> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  const take = (): Line => {
    const line = bytes > bytesMax ? undefined : Buffer.concat(held).toString('utf8').trim();
    [held, bytes] = [[], 0];
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      held.push(chunk.subarray(start, end));
      bytes += end - start;
      const line = take();
      if (line !== '') yield line;
      start = end + 1;
    }
    bytes += chunk.length - start;
    if (bytes <= bytesMax) held.push(chunk.subarray(start));
    else held = [];
  }
  const last = take();
  if (last !== '') yield last;
}
