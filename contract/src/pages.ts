import { z } from 'zod';

const limitMax = 200;

/** What every list takes. */
export const PageQuery = {
  cursor: z
    .string()
    .max(500)
    .regex(/^[\d._-]+$/)
    .exactOptional()
    .meta({ description: 'Where to go on: `next` of the page before.' }),
  limit: z.int().min(1).max(limitMax).exactOptional().meta({ description: `At most so many; 50 when absent.` }),
};

/** What every list answers; the header `Link` names the next page too. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    next: z.string().exactOptional().meta({ description: 'The cursor of the next page; absent on the last one.' }),
  });
}
