import { ProblemError } from '@trofast/sdk';

/** What the server said of each field, by the field's name: `/lines/0/total` is `lines.0.total`. */
export function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ProblemError)) return {};
  return Object.fromEntries(
    (error.problem.errors ?? []).map(({ pointer, detail }) => [
      pointer
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
        .join('.'),
      detail,
    ]),
  );
}
