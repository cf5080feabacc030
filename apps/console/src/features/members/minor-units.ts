/** Money as a person types it (`1.234,50`, `1,234.50`, `1234`) in whole minor units; nothing when it is no money. */
export function minorUnits(written: string, decimals: number): number | undefined {
  const text = written.replaceAll(/[\s\u00a0\u202f']/g, '');
  if (!/^\d[\d.,]*$/.test(text)) return undefined;
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const hasBothMarks = text.includes('.') && text.includes(',');
  // A mark with three digits behind it parts thousands, unless another mark does, or the currency has three decimals.
  const hasFraction = last !== -1 && (text.length - last - 1 !== 3 || decimals === 3 || hasBothMarks);
  const whole = (hasFraction ? text.slice(0, last) : text).replaceAll(/[.,]/g, '');
  const fraction = hasFraction ? text.slice(last + 1) : '';
  if (fraction.length > decimals) return undefined;
  const units = Number(whole + fraction.padEnd(decimals, '0'));
  return Number.isSafeInteger(units) ? units : undefined;
}
