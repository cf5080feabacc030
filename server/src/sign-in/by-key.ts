/** Makes each thing once, by its name, and keeps the newest. */
export function byKey<Thing>(most: number, make: (key: string) => Thing): (key: string) => Thing {
  const known = new Map<string, Thing>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    const [oldest] = known.keys();
    if (known.size >= most && oldest !== undefined) known.delete(oldest);
    known.set(key, made);
    return made;
  };
}
