/** Why the database cannot be opened, in words for the person who runs Trofast, with what to do about it. */
export class CannotOpenDatabase extends Error {
  override readonly name = 'CannotOpenDatabase';
}
