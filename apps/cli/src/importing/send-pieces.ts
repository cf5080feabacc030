import type { Instant, RefusalCode } from '@trofast/engine';
import type { Ledger } from '@trofast/ledger';
import { importWindow, type Place } from './import-window.ts';

/** A step that the program refused. */
export interface ProgramRefusal {
  /** The invoice's or purchase's place in the file, from 0. */
  readonly index: number;
  readonly invoice: string;
  readonly fileLine: number;
  readonly code: RefusalCode;
}

/** What is kept in the ledger so that an import that was stopped goes on where it stood. */
interface Progress {
  readonly place: Place;
  /** The program's clock when the import first began: no event is decided before it. */
  readonly notBefore: Instant;
  readonly refused: readonly ProgramRefusal[];
}

/** A part of the file: what to start, and the place that the file has come to when all of it has succeeded. */
export interface Piece {
  readonly place: Place;
  send(window: { room(): Promise<void>; start(work: Promise<void>): void }): Promise<void>;
}

export interface Sending {
  readonly ledger: Ledger;
  readonly program: string;
  /** Under this name the progress is kept: the same file by the same mapping is the same import. */
  readonly name: string;
  /** Where the file ends: a sandbox clock is moved there. */
  readonly lastAt: Instant;
  onProgress(lines: number): void;
}

/** Where to begin and what to know: the pieces follow from this and from the file alone. */
export interface Beginning {
  readonly start: Place;
  readonly isSandbox: boolean;
  onRefusal(refusal: ProgramRefusal): void;
}

export interface Sent {
  /** Lines that an earlier run had dealt with. */
  readonly resumedAt: number;
  readonly refused: readonly ProgramRefusal[];
}

const SAVE_EVERY_MS = 1000;

/**
 * Sends a file piece by piece and notes how far it is safe: stopped anywhere and run again, it goes on from there, and
 * what was sent twice is recorded once.
 */
export async function sendPieces(
  { ledger, program, name, lastAt, onProgress }: Sending,
  piecesFrom: (beginning: Beginning) => AsyncIterable<Piece>,
): Promise<Sent> {
  const begun = (await ledger.progress(name)) as Progress | undefined;
  const isSandbox = (await ledger.programs.get(program))?.clock === 'sandbox';
  const notBefore = begun?.notBefore ?? (isSandbox ? await ledger.clock(program) : 0);
  const start = begun?.place ?? { invoices: 0, lines: 0, at: notBefore };
  const refused: ProgramRefusal[] = [...(begun?.refused ?? [])];
  if (begun === undefined) await ledger.saveProgress(name, { place: start, notBefore, refused });

  const window = importWindow();
  let [savedAt, saved] = [performance.now(), start];
  const saveAcknowledged = async () => {
    const place = window.acknowledged();
    if (place === undefined || place === saved) return;
    const kept = refused.filter(({ index }) => index < place.invoices);
    await ledger.saveProgress(name, { place, notBefore, refused: kept });
    // The clock follows what is saved: no event that is still to come can lie before it.
    if (isSandbox) await ledger.moveClock(program, place.at);
    [savedAt, saved] = [performance.now(), place];
  };

  for await (const piece of piecesFrom({ start, isSandbox, onRefusal: (refusal) => refused.push(refusal) })) {
    await piece.send(window);
    window.mark(piece.place);
    onProgress(piece.place.lines);
    if (performance.now() - savedAt > SAVE_EVERY_MS) await saveAcknowledged();
  }
  await window.drain();
  await saveAcknowledged();
  if (isSandbox) await ledger.moveClock(program, Math.max(lastAt, notBefore));
  return { resumedAt: start.lines, refused };
}
