/** Runs work that shares a name one after the other, in the order it was asked for, and everything else at once. */
export function inTurns() {
  const last = new Map<string, Promise<unknown>>();

  return async function inTurn<Result>(names: readonly string[], work: () => Promise<Result>): Promise<Result> {
    const before = names.flatMap((name) => last.get(name) ?? []);
    const result = Promise.allSettled(before).then(work);
    for (const name of names) last.set(name, result);
    try {
      return await result;
    } finally {
      for (const name of names) if (last.get(name) === result) last.delete(name);
    }
  };
}
