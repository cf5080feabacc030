/** A number in groups of four, as it stands on cards. */
export function spaced(number: string): string {
  return /^\d+$/.test(number) ? number.replaceAll(/(\d{4})(?=\d)/g, '$1 ') : number;
}
