/** The library's lines hold addresses of people at the levels below warnings, so only those above are kept. */
export function authLogger(log: (level: 'warn' | 'error', line: string) => void) {
  return {
    level: 'warn',
    disableColors: true,
    log: (level: string, message: string) =>
      log(level === 'error' ? 'error' : 'warn', `Sign-in: ${withoutAddresses(message)}`),
  } as const;
}

function withoutAddresses(message: string): string {
  return message.replaceAll(/\S+@\S+/g, '…');
}
