import { encodePng } from './encode-png.ts';

/** Colours as `#rrggbb`. */
export interface IconColours {
  readonly ground: string;
  readonly mark: string;
  readonly dot: string;
}

type Pixel = readonly [red: number, green: number, blue: number];

const box = 64;
/** Each pixel is looked at in so many places in both directions, so that edges are smooth. */
const looks = 4;

/** The mark on a ground that goes to the edges, so that a device may cut it to any shape. Square, `size` pixels wide. */
export function drawIcon(size: number, colours: IconColours): Buffer {
  const [ground, mark, dot] = [colours.ground, colours.mark, colours.dot].map(pixelOf) as [Pixel, Pixel, Pixel];
  const pixels = Buffer.alloc(size * size * 3);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      pixels.set(blended(x, y, box / size, { ground, mark, dot }), (y * size + x) * 3);
    }
  }
  return encodePng(size, size, pixels);
}

function blended(
  x: number,
  y: number,
  scale: number,
  { ground, mark, dot }: { readonly ground: Pixel; readonly mark: Pixel; readonly dot: Pixel },
): Pixel {
  let [red, green, blue] = [0, 0, 0];
  for (let look = 0; look < looks * looks; look += 1) {
    const across = (x + ((look % looks) + 0.5) / looks) * scale;
    const down = (y + (Math.floor(look / looks) + 0.5) / looks) * scale;
    const seen = isMark(across, down) ? mark : isDot(across, down) ? dot : ground;
    [red, green, blue] = [red + seen[0], green + seen[1], blue + seen[2]];
  }
  const all = looks * looks;
  return [Math.round(red / all), Math.round(green / all), Math.round(blue / all)];
}

/** The T of Trofast, in a box of 64. */
function isMark(x: number, y: number): boolean {
  return (x >= 15 && x < 47 && y >= 21 && y < 29) || (x >= 26.5 && x < 35.5 && y >= 21 && y < 48);
}

function isDot(x: number, y: number): boolean {
  return (x - 46) ** 2 + (y - 43) ** 2 < 5.25 ** 2;
}

function pixelOf(colour: string): Pixel {
  const part = (from: number) => Number.parseInt(colour.slice(from, from + 2), 16);
  return [part(1), part(3), part(5)];
}
