import type { Output } from '@trofast/contract';
import { isRefusal, type Program, type ToldPart, tellParts, versionAt } from '@trofast/engine';
import { type Answered, type Context, reply } from '../../context.ts';
import { hiddenRules } from './hidden-parts.ts';
import { loadMyself } from './myself.ts';

/** Parts of a program that are its staff's own affair. */
const forStaff: readonly (string | number)[] = ['lists', 'onStart'];

export async function readMyProgram(context: Context): Promise<Answered<Output<'readMyProgram'>>> {
  const { locale } = context;
  const myself = await loadMyself(context);
  if (isRefusal(myself)) return myself;
  const { number, program } = versionAt(myself.programs, myself.at);
  const hidden = hiddenRules(program);
  // The first section says the shop's markets and languages: the member knows where they are.
  const [, ...told] = tellParts(withoutCosts(program), locale);
  const sections = told.flatMap(({ heading, parts }, index) => {
    const paragraphs = parts.filter((part) => isForMembers(part, hidden)).flatMap((part) => part.paragraphs);
    return paragraphs.length > 0 ? [{ id: sectionId(program, parts, index), heading, paragraphs }] : [];
  });
  return reply({ version: number, sections });
}

function isForMembers({ path, id }: ToldPart, hidden: ReadonlySet<string>): boolean {
  const [word] = path ?? [];
  if (word === undefined) return true;
  // Under `program` stands when corrections need a colleague, and how long tills may hold points.
  return !forStaff.includes(word) && word !== 'program' && !(word === 'rules' && id !== undefined && hidden.has(id));
}

function sectionId({ id }: Program, parts: readonly ToldPart[], index: number): string {
  return parts.find(({ path }) => path !== undefined)?.path?.join('.') ?? `${id}.${index}`;
}

/** What a point costs the shop is its own affair. */
function withoutCosts(program: Program): Program {
  const currencies = [...program.currencies].map(([id, currency]) => [id, { ...currency, cost: undefined }] as const);
  return { ...program, currencies: new Map(currencies) };
}
