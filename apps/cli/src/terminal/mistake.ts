/** Something a user can put right: what is wrong, and what to do. Everything else that is thrown is our fault. */
export class Mistake extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = 'Mistake';
    this.remedy = remedy;
  }
}
