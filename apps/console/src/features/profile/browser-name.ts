// In the order in which they must be asked: most browsers also call themselves by the name of another.
const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;

const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'Mac'],
  ['Linux', 'Linux'],
] as const;

/** What a person calls the browser that names itself so: `Chrome · Windows`. */
export function browserName(agent: string | undefined): string | undefined {
  if (agent === undefined) return undefined;
  const found = [browsers, systems].map((names) => names.find(([sign]) => agent.includes(sign))?.[1]);
  return found.filter((name) => name !== undefined).join(' · ') || undefined;
}
