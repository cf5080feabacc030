/** Cookies of several programs live side by side in one browser. */
export function cookiePrefixOf(program: string): string {
  return `trofast_member_${program}`;
}
