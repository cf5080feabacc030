import { createTheme, type MantineColorShade, type MantineColorsTuple, type MantineThemeOverride } from '@mantine/core';
import { type ColourScale, colourScale, isColour, readableShade } from './colour-scales.ts';

/** The colour of Trofast itself: the green of a pine. */
const ownColour = '#1d6f5c';

/** Greys with a little green in them, so that paper and brand belong together. */
const greys: MantineColorsTuple = [
  '#f7f8f6',
  '#eff1ee',
  '#e3e7e3',
  '#d2d8d3',
  '#b7bfb9',
  '#929c95',
  '#68736c',
  '#505a54',
  '#343c37',
  '#1c221f',
];

const nights: MantineColorsTuple = [
  '#e6eae7',
  '#c3cbc6',
  '#a3ada7',
  '#7c8781',
  '#4b544f',
  '#343c38',
  '#272e2a',
  '#1c221f',
  '#141917',
  '#0e1210',
];

/** The look of the faces; a program's own colour takes the place of ours. */
export function faceTheme(brandColour?: string): MantineThemeOverride {
  const scale = colourScale(brandColour !== undefined && isColour(brandColour) ? brandColour : ownColour);
  const shade = readableShade(scale) as MantineColorShade;
  return createTheme({
    primaryColor: 'brand',
    primaryShade: { light: shade, dark: shade },
    colors: { brand: mantineScale(scale), gray: greys, dark: nights },
    fontFamily:
      'Inter, "Segoe UI Variable Text", "Segoe UI", -apple-system, BlinkMacSystemFont, Roboto, "Helvetica Neue", Arial, sans-serif',
    fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
    headings: { fontWeight: '650', textWrap: 'balance' },
    defaultRadius: 'md',
    radius: { xs: '4px', sm: '6px', md: '10px', lg: '16px', xl: '28px' },
    cursorType: 'pointer',
    respectReducedMotion: true,
    autoContrast: true,
    components: {
      // The head of a dialog is not the banner of the page, for who hears it.
      Modal: { defaultProps: { attributes: { header: { role: 'presentation' } } } },
    },
  });
}

function mantineScale(scale: ColourScale): MantineColorsTuple {
  return [...scale] as [string, ...string[]] as unknown as MantineColorsTuple;
}
