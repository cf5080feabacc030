import { setAt } from '../program/editing/edit-document.ts';
import { isGroup, valueAt, writtenOf } from '../program/editing/written.ts';
import { freeName } from '../program/fields/default-value.ts';

/** The document with one more list; its name is the same in every language until somebody translates it. */
export function withList(text: string, name: string, isHidden: boolean): string {
  const lists = valueAt(writtenOf(text), ['lists']);
  const id = freeName(name, isGroup(lists) ? Object.keys(lists) : []);
  return setAt(text, ['lists', id], { name, ...(isHidden && { hidden: true }) });
}
