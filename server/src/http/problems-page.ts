import { meaningOf, PROBLEM_CODES } from '@trofast/contract';

/** What each code of a problem means: the address that `type` names. */
export function problemsPage(): string {
  const rows = PROBLEM_CODES.map((code) => {
    const { status, title } = meaningOf(code);
    return `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${escaped(title)}.</td></tr>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Problems of the Trofast API</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 52rem; padding: 0 1rem; color: #1c1c1c; background: #fff }
  td, th { text-align: left; padding: .3rem 1rem .3rem 0; border-bottom: 1px solid #ddd }
  :target { background: #fff3c4 }
</style>
<h1>Problems</h1>
<p>An error is a problem document of RFC 9457. Programs test its <code>code</code>, which never changes its meaning.</p>
<table><tr><th>code</th><th>status</th><th>meaning</th></tr>
${rows.join('\n')}
</table>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
