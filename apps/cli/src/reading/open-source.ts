import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Mistake } from '../terminal/mistake.ts';

const CHUNK_BYTES = 1 << 18;

export interface Source {
  /** The text in pieces, from the beginning; a gzip file is unpacked on the way. */
  pieces(encoding?: string): AsyncGenerator<string>;
  /** SHA-256 of the file as it lies there; known after the first whole reading. */
  fingerprint(): string;
}

/** Opens a file of purchases; whether it is packed is seen from its first bytes, not from its name. */
export async function openSource(path: string): Promise<Source> {
  const isPacked = await beginsLikeGzip(path);
  let fingerprint: string | undefined;

  async function* pieces(encoding = 'utf-8'): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const hash = fingerprint === undefined ? createHash('sha256') : undefined;
    const hashing = new Transform({
      transform(chunk: Buffer, _, done) {
        hash?.update(chunk);
        done(null, chunk);
      },
    });
    const bytes = createReadStream(path, { highWaterMark: CHUNK_BYTES });
    const stages = isPacked ? [bytes, hashing, createGunzip({ chunkSize: CHUNK_BYTES })] : [bytes, hashing];
    // The error is thrown where the last stage is read.
    const unpacked = pipeline(stages, () => {}) as unknown as AsyncIterable<Buffer>;
    try {
      for await (const chunk of unpacked) yield decoder.decode(chunk, { stream: true });
      yield decoder.decode();
    } catch (error) {
      throw readingMistake(path, encoding, error);
    }
    fingerprint ??= hash?.digest('hex');
  }

  return {
    pieces,
    fingerprint() {
      if (fingerprint === undefined) throw new Error('the fingerprint is known after the first whole reading');
      return fingerprint;
    },
  };
}

async function beginsLikeGzip(path: string): Promise<boolean> {
  try {
    if (!statSync(path).isFile()) throw new Mistake(`${path} is no file.`, 'Give the path of a file of purchases.');
    const file = await open(path);
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
      return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Mistake) throw error;
    throw new Mistake(`${path} cannot be read: ${error instanceof Error ? error.message : error}`, 'Check the path.');
  }
}

function readingMistake(path: string, encoding: string, error: unknown): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code.startsWith('Z_')) return new Mistake(`${path} is no whole gzip file.`, 'Fetch it again.');
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return new Mistake(`${path} is not ${encoding}.`, 'Name its encoding in the mapping: encoding: windows-1252');
  }
  return error;
}
