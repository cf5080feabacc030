import JsBarcode from 'jsbarcode';
import { useMemo } from 'react';

export interface BarCodeProps {
  readonly text: string;
  readonly label: string;
}

const height = 60;
/** Light on both sides, in modules: scanners need ten. */
const quiet = 10;

/** Code 128: what tills with a hand scanner read. */
export function BarCode({ text, label }: BarCodeProps) {
  const modules = useMemo(() => modulesOf(text), [text]);
  const width = modules.length + 2 * quiet;
  const bars = [...modules.matchAll(/1+/g)].map(
    ({ 0: bar, index }) => `M${index + quiet} 0h${bar.length}v${height}h-${bar.length}z`,
  );
  return (
    <svg
      className="code"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
    >
      <rect width={width} height={height} fill="#fff" />
      <path d={bars.join('')} fill="#000" />
    </svg>
  );
}

/** A one for each dark module. */
function modulesOf(text: string): string {
  const drawn: { encodings?: readonly { readonly data: string }[] } = {};
  JsBarcode(drawn, text, { format: 'CODE128' });
  return (drawn.encodings ?? []).map(({ data }) => data).join('');
}
