// npm run build: builds the web apps that are missing or older than their sources.

import { buildFaces, CannotBuild } from '@trofast/server/faces';

const builds = await Promise.allSettled(Object.values(buildFaces((line) => process.stdout.write(`${line}\n`))));
const faults = builds.filter((build) => build.status === 'rejected').map(({ reason }) => reason);
for (const fault of faults) if (!(fault instanceof CannotBuild)) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
