/** A sentence of the program begins with the name of its part; below that name as a title it is said once. */
export function withoutName(sentence: string, name: string): string {
  const begins = sentence.toLowerCase().startsWith(`${name.toLowerCase()}: `);
  return begins ? sentence.slice(name.length + 2) : sentence;
}
