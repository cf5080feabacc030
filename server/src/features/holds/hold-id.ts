/** In the account a hold has a short id; outside it begins with the account, so that it is found by its id alone. */
export function publicHoldId(account: string, hold: string): string {
  return `${account}-${hold}`;
}

/** The hold's id within the account; one of another account stays as it is, and nothing is found by it. */
export function localHoldId(account: string, id: string): string {
  return id.startsWith(`${account}-`) ? id.slice(account.length + 1) : id;
}
