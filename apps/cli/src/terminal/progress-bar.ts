export interface ShowProgress {
  (done: number, all: number): void;
  /** Leaves the last state on the screen. */
  end(): void;
}

interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const WIDTH = 30;

/** A bar that is drawn again in place; where there is no screen, a line at each tenth. */
export function progressBar(what: string, screen: Screen, now: () => number = () => performance.now()): ShowProgress {
  let [drawnAt, drawnTenth] = [Number.NEGATIVE_INFINITY, 0];
  let last = '';

  const drawBar = (done: number, all: number) => {
    const share = all === 0 ? 1 : Math.min(1, done / all);
    const filled = Math.round(share * WIDTH);
    last = `${what} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${percentOf(share)} ${count(done)} of ${count(all)}`;
    if (now() - drawnAt < 100 && share < 1) return;
    drawnAt = now();
    screen.write(`\r${last}`);
  };

  const drawTenth = (done: number, all: number) => {
    const tenth = all === 0 ? 10 : Math.floor((done / all) * 10);
    if (tenth <= drawnTenth) return;
    drawnTenth = tenth;
    screen.write(`${what} ${percentOf(tenth / 10)} ${count(done)} of ${count(all)}\n`);
  };

  const show = (done: number, all: number) => (screen.isTTY ? drawBar(done, all) : drawTenth(done, all));
  return Object.assign(show, {
    end: () => {
      if (screen.isTTY && last !== '') screen.write(`\r${last}\n`);
    },
  });
}

function percentOf(share: number): string {
  return `${String(Math.floor(share * 100)).padStart(3)} %`;
}

function count(number: number): string {
  return number.toLocaleString('en');
}
