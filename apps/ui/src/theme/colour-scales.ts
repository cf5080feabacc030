// Colours of a brand: a scale of ten shades from one colour, and whether text can be read on it.
// OKLCH after Björn Ottosson, "A perceptual color space for image processing" (2020); contrast after WCAG 2.2.

type Triple = readonly [number, number, number];

/** Ten shades from light to dark around a colour, which itself becomes one that white text can be read on. */
export type ColourScale = readonly [string, string, string, string, string, string, string, string, string, string];

const lightnesses = [0.975, 0.94, 0.885, 0.82, 0.745, 0.67, 0.6, 0.53, 0.46, 0.38] as const;
const chromaShares = [0.14, 0.28, 0.48, 0.68, 0.86, 0.97, 1, 1, 0.94, 0.82] as const;
const lineChroma = 0.17;

/** The contrast that WCAG 2.2 AA wants of text. */
export const contrastWanted = 4.5;

export function colourScale(hex: string): ColourScale {
  const [, chroma, hue] = toOklch(hex);
  const shade = (lightness: number, share: number) => fromOklch([lightness, Math.min(chroma, lineChroma) * share, hue]);
  // The two tables have ten rows each.
  return lightnesses.map((lightness, place) => shade(lightness, chromaShares[place] ?? 1)) as unknown as ColourScale;
}

/** The first shade, from the sixth on, on which white text can be read; the darkest when none is. */
export function readableShade(scale: ColourScale): number {
  const found = scale.findIndex((colour, place) => place >= 6 && contrastOf(colour, '#ffffff') >= contrastWanted);
  return found === -1 ? 9 : found;
}

/** Contrast of two colours: 1 for the same, 21 for black on white. */
export function contrastOf(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** Black or white: whichever can be read better on the colour. */
export function inkOn(colour: string): '#000000' | '#ffffff' {
  return contrastOf(colour, '#ffffff') >= contrastOf(colour, '#000000') ? '#ffffff' : '#000000';
}

export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

function luminance(hex: string): number {
  const [red, green, blue] = toLinear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toLinear(hex: string): Triple {
  const part = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function toOklch(hex: string): Triple {
  const [red, green, blue] = toLinear(hex);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const lightness = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  return [lightness, Math.hypot(a, b), Math.atan2(b, a)];
}

/** The colour in sRGB; with less chroma where sRGB has no such colour. */
function fromOklch([lightness, chroma, hue]: Triple): string {
  for (let share = 1; share > 0; share -= 0.05) {
    const linear = linearOf(lightness, chroma * share * Math.cos(hue), chroma * share * Math.sin(hue));
    if (linear.every((part) => part >= -0.0005 && part <= 1.0005)) return hexOf(linear);
  }
  return hexOf(linearOf(lightness, 0, 0));
}

function linearOf(lightness: number, a: number, b: number): Triple {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function hexOf(linear: Triple): string {
  const parts = linear.map((part) => {
    const held = Math.min(1, Math.max(0, part));
    const value = held <= 0.0031308 ? held * 12.92 : 1.055 * held ** (1 / 2.4) - 0.055;
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}
