import type { Output } from '@trofast/contract';
import type { PublishedVersion } from '@trofast/ledger';
import type { Context } from '../../context.ts';
import { instantText } from '../../instants.ts';
import { countAccounts, selectWalks } from './queries.ts';

type VersionView = Output<'publishVersion'>;

/** Versions with whether each is in force, and how far the visit of every account for its start has come. */
export async function versionViews(
  { ledger, database }: Pick<Context, 'ledger' | 'database'>,
  program: string,
  versions: readonly PublishedVersion[],
): Promise<readonly VersionView[]> {
  const now = await ledger.clock(program);
  const inForce = versions.findLast(({ from }) => from <= now)?.number;
  const walks = await selectWalks(database, program);
  const accounts = walks.length > 0 ? await countAccounts(database, program) : 0;
  return versions.map((version) => {
    const { number, from, publishedAt, actor, note } = version;
    const walked = walks.filter((walk) => walk.number === number);
    return {
      number,
      from: instantText(from),
      publishedAt: instantText(publishedAt),
      ...(actor === undefined ? {} : { publishedBy: actor }),
      ...(note === undefined ? {} : { note }),
      state: from > now ? 'planned' : number === inForce ? 'in_force' : 'past',
      ...(walked.length === 0
        ? {}
        : {
            walk: {
              accounts: walked.reduce((sum, walk) => sum + walk.accounts, 0),
              of: accounts,
              finished: walked.length === ledger.buckets && walked.every(({ finished }) => finished),
            },
          }),
    };
  });
}

/** One of them, as it stands among the others. */
export async function versionView(
  context: Pick<Context, 'ledger' | 'database'>,
  program: string,
  number: number,
): Promise<VersionView> {
  const views = await versionViews(context, program, await context.ledger.programs.versions(program));
  const view = views.find((one) => one.number === number);
  if (!view) throw new Error(`Version ${number} of ${program} has gone`);
  return view;
}
