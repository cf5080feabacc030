import type { Output } from '@trofast/contract';

/** What is kept on the device, so that the card can be shown without a network. */
export interface LastKnown {
  readonly me: Output<'getMe'>;
  readonly home: Output<'getHome'>;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

const nameOf = (program: string) => `trofast-portal:${program}`;
const lastProgram = 'trofast-portal';

export function readLastKnown(program: string): LastKnown | undefined {
  try {
    return JSON.parse(localStorage.getItem(nameOf(program)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

export function saveLastKnown(program: string, known: LastKnown) {
  try {
    localStorage.setItem(nameOf(program), JSON.stringify(known));
    localStorage.setItem(lastProgram, program);
  } catch {
    // A device that keeps nothing shows the card only with a network.
  }
}

/** Whoever signs out leaves nothing of theirs behind. */
export function forgetLastKnown(program: string) {
  localStorage.removeItem(nameOf(program));
}

/** The program whose portal was open last on this device. */
export function lastProgramSeen(): string {
  return localStorage.getItem(lastProgram) ?? '';
}
