import { readFile } from 'node:fs/promises';

/** Peak memory in bytes. PSS counts what processes share once; it is known on Linux only. */
export interface PeakMemory {
  /** Node's own peak, resident. */
  readonly node: number;
  /** Highest sum of PSS of Node and the processes it started, where it can be seen. */
  readonly together: number | undefined;
}

export interface MemoryWatch {
  end(): Promise<PeakMemory>;
}

const EVERY_MS = 1000;

/** Watches this process and all that it started, such as PostgreSQL, once a second. */
export function watchMemory(): MemoryWatch {
  let together: number | undefined;
  const look = async () => {
    const sizes = await Promise.all((await processTree(process.pid)).map(pssOf));
    if (sizes[0] === undefined) return;
    const sum = sizes.reduce<number>((all, size) => all + (size ?? 0), 0);
    together = Math.max(together ?? 0, sum);
  };
  const timer = setInterval(() => void look(), EVERY_MS).unref();
  return {
    async end() {
      clearInterval(timer);
      await look();
      return { node: process.resourceUsage().maxRSS * 1024, together };
    },
  };
}

async function pssOf(pid: number): Promise<number | undefined> {
  const kibibytes = /^Pss:\s+(\d+) kB/m.exec(await procFile(pid, 'smaps_rollup'))?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}

/** A process, and behind it all that it started. */
async function processTree(root: number): Promise<readonly number[]> {
  const children = (await procFile(root, `task/${root}/children`)).split(' ').filter(Boolean).map(Number);
  return [root, ...(await Promise.all(children.map(processTree))).flat()];
}

/** A process may have gone, or belong to somebody else: then there is nothing to read. */
async function procFile(pid: number, name: string): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
