/** How much may be under way at once: enough for whole batches, less than the ledger's queue. */
const IN_FLIGHT_MAX = 2000;

export interface ImportWindow {
  /** Waits until there is room. Throws what went wrong with an earlier piece of work. */
  room(): Promise<void>;
  /** Starts a piece of work; those of one account are started in their order. */
  start(work: Promise<void>): void;
  /** Everything started so far stands for the file up to this place. */
  mark(place: Place): void;
  /** The furthest place up to which all work has succeeded. */
  acknowledged(): Place | undefined;
  /** Waits for everything. Throws what went wrong. */
  drain(): Promise<void>;
}

export interface Place {
  /** How many invoices of the file are dealt with. */
  readonly invoices: number;
  readonly lines: number;
  /** The latest instant of them. */
  readonly at: number;
}

interface Section {
  left: number;
  place: Place | undefined;
}

export function importWindow(inFlightMax = IN_FLIGHT_MAX): ImportWindow {
  const sections: Section[] = [{ left: 0, place: undefined }];
  let inFlight = 0;
  let acknowledged: Place | undefined;
  let failure: { readonly error: unknown } | undefined;
  let wake: (() => void) | undefined;

  const settle = (section: Section) => {
    inFlight -= 1;
    section.left -= 1;
    pass();
    wake?.();
  };

  const pass = () => {
    while (failure === undefined && sections[0]?.left === 0 && sections[0].place !== undefined) {
      acknowledged = sections.shift()?.place;
    }
  };

  const waitWhile = async (isBusy: () => boolean) => {
    while (isBusy() && failure === undefined) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (failure !== undefined) throw failure.error;
  };

  return {
    room: () => waitWhile(() => inFlight >= inFlightMax),
    start(work) {
      const section = sections.at(-1) as Section;
      section.left += 1;
      inFlight += 1;
      work.then(
        () => settle(section),
        (error: unknown) => {
          failure ??= { error };
          settle(section);
        },
      );
    },
    mark(place) {
      (sections.at(-1) as Section).place = place;
      sections.push({ left: 0, place: undefined });
      pass();
    },
    acknowledged: () => acknowledged,
    drain: () => waitWhile(() => inFlight > 0),
  };
}
