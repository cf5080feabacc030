import { z } from 'zod';
import type { Path, ProblemCode } from './problem.ts';

/** Why a value could not be read. */
export class Misread {
  readonly code: ProblemCode;
  readonly message: string;
  readonly remedy: string | undefined;
  readonly path: Path;

  constructor(code: ProblemCode, message: string, remedy?: string, path: Path = []) {
    this.code = code;
    this.message = message;
    this.remedy = remedy;
    this.path = path;
  }
}

/**
 * A JSON Schema of what an author may write, for editors. `field` names the kind of value for those that are forms,
 * `of` the part whose names are meant, `varies` that a parameter may stand there; they are not in the published schema.
 */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * A value with its own reading. The JSON Schema describes what is written, `read` makes the value or says why not;
 * a misreading travels through zod as the `params` of an issue.
 */
export function leaf<T>(schema: JsonSchema, read: (written: unknown) => T | Misread) {
  return z
    .unknown()
    .meta({ ...schema })
    .transform((written, context): T => {
      const value = read(written);
      if (!(value instanceof Misread)) return value;
      context.issues.push({
        code: 'custom',
        input: written,
        message: value.message,
        path: [...value.path],
        params: { misread: value },
      });
      return z.NEVER;
    });
}

/** The list of `element`, at least one. */
export function listOf<T extends z.ZodType>(element: T) {
  return z.array(element).min(1);
}
