import { readFileSync } from 'node:fs';

/** Peak memory in bytes. PSS counts what processes share once; it is known on Linux only. */
export interface PeakMemory {
  /** Node's own peak, resident. */
  readonly node: number;
  /** Highest sum of PSS of Node and the database's processes, where it can be seen. */
  readonly together: number | undefined;
}

export interface MemoryWatch {
  end(): PeakMemory;
}

const EVERY_MS = 1000;

/** Watches this process and the given ones, such as PostgreSQL's, once a second. */
export function watchMemory(othersOf: () => readonly number[]): MemoryWatch {
  let together: number | undefined;
  const look = () => {
    const own = pssOf(process.pid);
    if (own === undefined) return;
    const others = othersOf().reduce((sum, pid) => sum + (pssOf(pid) ?? 0), 0);
    together = Math.max(together ?? 0, own + others);
  };
  const timer = setInterval(look, EVERY_MS).unref();
  return {
    end() {
      clearInterval(timer);
      look();
      return { node: process.resourceUsage().maxRSS * 1024, together };
    },
  };
}

function pssOf(pid: number): number | undefined {
  const kibibytes = /^Pss:\s+(\d+) kB/m.exec(procFile(pid, 'smaps_rollup') ?? '')?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}

/** A process and all that it started. */
export function processTree(root: number): readonly number[] {
  const children = procFile(root, `task/${root}/children`)?.trim().split(' ').filter(Boolean).map(Number) ?? [];
  return [root, ...children.flatMap(processTree)];
}

/** A process may have gone, or belong to somebody else: then there is nothing to read. */
function procFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
}
