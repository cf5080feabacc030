/** Something a user can put right: what is wrong, and what to do. Everything else that is thrown is our fault. */
export class Mistake extends Error {
  override readonly name = 'Mistake';
  readonly remedy: string;
  /** `usage`: the command was written wrongly; `content`: what it was given is wrong. */
  readonly about: 'usage' | 'content';

  constructor(message: string, remedy: string, about: 'usage' | 'content' = 'content') {
    super(message);
    this.remedy = remedy;
    this.about = about;
  }
}
