// Who may import whom. The table is the one of docs/ARCHITECTURE.md; everything not listed is forbidden.

const apps = ['sdk', 'contract', 'engine', 'insight', 'apps/ui'];

const allowedPlaces = {
  engine: [],
  insight: [],
  contract: ['engine'],
  db: [],
  ledger: ['engine', 'db'],
  server: ['contract', 'engine', 'insight', 'ledger', 'db'],
  sdk: ['contract'],
  'apps/ui': ['sdk', 'contract', 'engine'],
  'apps/console': apps,
  'apps/portal': apps,
  'apps/till': apps,
  'apps/cli': ['sdk', 'contract', 'engine', 'insight', 'ledger', 'server', 'db'],
};

// The server's HTTP tests call it as everyone does: through the SDK.
const placesOfTests = { server: ['sdk'] };

const allowedPackages = {
  engine: ['yaml', 'zod'],
  insight: [],
  contract: ['zod'],
  sdk: [],
};

// Tests, and what only they are made of: a file testing.ts or a folder testing/.
const tests = '(?:[.]test[.]ts|/testing[.]ts|/testing/[^/]+[.]ts)$';
const outside = 'node_modules';
const places = `^(${Object.keys(allowedPlaces).join('|')}|bench|scripts)/`;
const anyOf = (names) => names.join('|');

const mayImport = (place, from, others) => ({
  name: `places-of-${place}`,
  comment: `${place} may import ${others.join(', ') || 'no other place'}`,
  severity: 'error',
  from,
  to: { path: places, pathNot: `^(${anyOf([place, ...others])})/` },
});

const directions = Object.entries(allowedPlaces).flatMap(([place, others]) => [
  mayImport(place, { path: `^${place}/`, pathNot: tests }, others),
  mayImport(`${place}-tests`, { path: `^${place}/.*${tests}` }, [place, ...others, ...(placesOfTests[place] ?? [])]),
]);

const purePlaces = Object.entries(allowedPackages).flatMap(([place, packages]) => [
  {
    name: `packages-of-${place}`,
    comment: `${place} may use ${packages.join(', ') || 'no package'}`,
    severity: 'error',
    from: { path: `^${place}/`, pathNot: tests },
    to: { path: outside, pathNot: packages.length ? `${outside}/(${anyOf(packages)})/` : undefined },
  },
  {
    name: `no-platform-in-${place}`,
    comment: `${place} runs anywhere, so it uses nothing of Node`,
    severity: 'error',
    from: { path: `^${place}/`, pathNot: tests },
    to: { dependencyTypes: ['core'] },
  },
]);

export default {
  forbidden: [
    ...directions,
    ...purePlaces,
    {
      name: 'sdk-only-types-of-contract',
      comment: 'the SDK carries no zod at run time: it imports only types from the contract',
      severity: 'error',
      from: { path: '^sdk/', pathNot: tests },
      to: { path: '^contract/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'feature-through-its-index',
      comment: 'a feature imports another feature only through its index.ts',
      severity: 'error',
      from: { path: '^server/src/features/([^/]+)/' },
      to: {
        path: '^server/src/features/[^/]+/',
        pathNot: ['^server/src/features/$1/', '^server/src/features/[^/]+/index[.]ts$'],
      },
    },
    {
      name: 'place-through-its-exports',
      comment: 'a place is imported by its name, never by a path into its folder',
      severity: 'error',
      from: { path: '^(apps/[^/]+|[^/]+)/' },
      to: { path: places, pathNot: '^$1/', dependencyTypes: ['local'], dependencyTypesNot: ['aliased-workspace'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-test-in-code',
      comment: 'code does not import tests',
      severity: 'error',
      from: { pathNot: [tests, '^scripts/', '^browser/'] },
      to: { path: tests },
    },
    {
      name: 'only-tests-use-test-databases',
      severity: 'error',
      from: { pathNot: [tests, '^scripts/', '^browser/', '^bench/', '^db/', 'testing'] },
      to: { path: '^db/src/testing' },
    },
    {
      name: 'declared-packages-only',
      comment: 'a package that is imported stands in the package.json beside it, and can be found',
      severity: 'error',
      from: { pathNot: tests },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: outside },
    exclude: { path: ['/dist/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['main', 'types'],
    },
  },
};
