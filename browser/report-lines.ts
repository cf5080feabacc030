import type { FullResult, Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';

/** What `scripts/test.ts` reads: one line of JSON for each test, behind a mark that no test prints. */
export const mark = '\u0001trofast ';

export interface BrowserResult {
  readonly file: string;
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly seconds: number;
  readonly details: string;
}

export default class ReportLines implements Reporter {
  onTestEnd(test: TestCase, result: TestResult) {
    const isFailure = result.status !== 'skipped' && result.status !== test.expectedStatus;
    const pictures = result.attachments.flatMap(({ path }) => (path === undefined ? [] : [`picture: ${path}`]));
    tell({
      file: test.location.file,
      title: test.titlePath().slice(3).join(' › '),
      outcome: result.status === 'skipped' ? 'skipped' : isFailure ? 'failed' : 'passed',
      seconds: result.duration / 1000,
      details: isFailure ? [...result.errors.map(textOf), ...pictures].join('\n') : '',
    });
  }

  onError(error: TestError) {
    tell({
      file: error.location?.file ?? 'browser/playwright.config.ts',
      title: 'the browser tests ran to their end',
      outcome: 'failed',
      seconds: 0,
      details: textOf(error),
    });
  }

  onEnd(_result: FullResult) {
    // What was told is all there is to say.
  }

  printsToStdio() {
    return true;
  }
}

function tell(result: BrowserResult) {
  process.stdout.write(`${mark}${JSON.stringify(result)}\n`);
}

function textOf(error: TestError): string {
  const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
  return (error.stack ?? error.message ?? error.value ?? 'unknown').replaceAll(escapes, '');
}
