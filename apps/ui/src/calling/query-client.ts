import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '@trofast/sdk';

const freshSeconds = 15;

/** The SDK has its own retries; what the server refused is not asked again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: freshSeconds * 1000,
        retry: (tries, error) => !(error instanceof ProblemError) && tries < 1,
        throwOnError: false,
      },
      mutations: { retry: false },
    },
  });
}
