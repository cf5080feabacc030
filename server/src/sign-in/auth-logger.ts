/** Wrong passwords are no warning to an operator, and the library's lines about them hold addresses of people. */
export function authLogger(log: (line: string) => void) {
  return {
    level: 'error',
    disableColors: true,
    log: (_level: string, message: string) => log(`Sign-in: ${withoutAddresses(message)}`),
  } as const;
}

function withoutAddresses(message: string): string {
  return message.replaceAll(/\S+@\S+/g, '…');
}
