import type { Input, OperationName, Output, ProblemDocument } from '@trofast/contract';
import { readAnswer, requestOf } from './messages.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import { paths } from './paths.ts';
import { ProblemError } from './problem-error.ts';
import { sendPatiently } from './send-patiently.ts';

/** An answer with what its headers say. */
export type Exchange<Name extends OperationName> = Headed &
  ({ readonly ok: true; readonly output: Output<Name> } | { readonly ok: false; readonly problem: ProblemDocument });

export interface Headed {
  readonly status: number;
  readonly headers: Headers;
  /** It had been done before, and this is the answer it got then. */
  readonly replayed: boolean;
}

/** One method for each operation: it answers the output, or throws a `ProblemError`. */
export type Client = {
  readonly [Name in OperationName]: (...given: Given<Name>) => Promise<Output<Name>>;
} & {
  /** The whole answer: status, headers, and a problem as a value. */
  exchange<Name extends OperationName>(name: Name, ...given: Given<Name>): Promise<Exchange<Name>>;
};

/** The input may be left out where nothing in it is needed. */
export type Given<Name extends OperationName> =
  object extends Input<Name>
    ? [input?: Input<Name>, options?: CallOptions]
    : [input: Input<Name>, options?: CallOptions];

export function createClient(client: ClientOptions): Client {
  const exchange = async (name: OperationName, input: object = {}, call: CallOptions = {}) => {
    const request = requestOf(paths[name], input, client, call);
    return await readAnswer(paths[name], await sendPatiently(request, client));
  };
  const methods = Object.keys(paths).map((name) => [
    name,
    async (input?: object, call?: CallOptions) => {
      const answer = await exchange(name as OperationName, input, call);
      if (!answer.ok) throw new ProblemError(answer.problem);
      return answer.output;
    },
  ]);
  // The table of paths has every operation, and its types are the contract's.
  return { ...Object.fromEntries(methods), exchange } as Client;
}
