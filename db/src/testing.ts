export async function startTestServer(log: (line: string) => void): Promise<{ url: string; stop(): Promise<void> }> {
  log('no test server yet');
  return { url: '', stop: async () => undefined };
}
