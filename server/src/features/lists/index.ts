import type { Verbs } from '../../context.ts';
import { importToList, removeFromList } from './change-lists.ts';
import { listLists, listOnList } from './read-lists.ts';

export const lists = { listLists, listOnList, importToList, removeFromList } satisfies Verbs<
  'listLists' | 'listOnList' | 'importToList' | 'removeFromList'
>;
