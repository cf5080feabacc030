/** The contrast that text needs on its background: WCAG 2.2, success criterion 1.4.3. */
export const contrastLeast = 4.5;

const black = '#000000';
const white = '#ffffff';

/** White where it can be read on the colour, else black: one of them always can. */
export function readableOn(colour: string): string {
  return contrast(white, colour) >= contrastLeast ? white : black;
}

/** From 1 to 21, by relative luminance (WCAG 2.2, definition of contrast ratio). */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(byte: number): number {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
