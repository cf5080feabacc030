import { dayText } from '@trofast/engine';
import { dateText } from '@trofast/ui';

/** `1 March 2026 – 31 May 2026`; nothing for what holds always. */
export function spanText(
  span: { readonly from?: number | undefined; readonly through?: number | undefined } | undefined,
  language: string,
): string {
  const { from, through } = span ?? {};
  if (from === undefined && through === undefined) return '';
  const say = (day: number | undefined) => (day === undefined ? '' : dateText(language, dayText(day)));
  return `${say(from)} – ${say(through)}`.trim();
}
