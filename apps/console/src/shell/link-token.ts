/** What stands behind `#` in a link that works once; it never reaches a server's log that way. */
export function linkToken(): string {
  return decodeURIComponent(location.hash.slice(1));
}
