// The house's arrows: kernel <- engine <- domain <- app <- faces (web, api, worker, cli); platform implements the
// kernel's ports. Each comment tells the offender what to do.
const LINE = [
  'directory',
  'accounts',
  'consent',
  'intake',
  'spots',
  'review',
  'render',
  'traffic',
  'delivery',
  'airing',
  'reports',
];

const only = (name, comment, module, allowed) => ({
  name,
  severity: 'error',
  comment,
  from: { path: '^src', pathNot: allowed },
  to: { path: module },
});

const line = LINE.slice(0, -1).map((domain, index) => ({
  name: `line-${domain}`,
  severity: 'error',
  comment: `The line runs one way: ${domain} may not call a later domain. Tell it by a fact (kernel/facts.ts) instead.`,
  from: { path: `^src/domain/${domain}/` },
  to: { path: `^src/domain/(${LINE.slice(index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'Move what both need into a file that both import.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'The import names nothing.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'kernel-alone',
      severity: 'error',
      comment: 'The kernel is words and ports: it imports nothing of ours.',
      from: { path: '^src/kernel/' },
      to: { path: '^src/(?!kernel/)' },
    },
    {
      name: 'engine-below',
      severity: 'error',
      comment: 'The engine knows films and formats, no spot, database or page: hand it plain values.',
      from: { path: '^src/engine/' },
      to: { path: '^src/(?!kernel/|engine/)' },
    },
    {
      name: 'domain-below',
      severity: 'error',
      comment: 'A domain uses the kernel, the engine and earlier domains; adapters come in through ports.',
      from: { path: '^src/domain/' },
      to: { path: '^src/(?!kernel/|engine/|domain/)' },
    },
    {
      name: 'domain-by-its-face',
      severity: 'error',
      comment:
        'Use another domain through its index.ts, not its inner files. (Its *.table.ts may be referenced by later tables and joins.)',
      from: { path: '^src/domain/([^/]+)/' },
      to: { path: '^src/domain/([^/]+)/', pathNot: ['^src/domain/$1/', '/index\\.ts$', '\\.table\\.ts$'] },
    },
    {
      name: 'faces-by-the-front-door',
      severity: 'error',
      comment: 'Faces use a domain through its index.ts (or its *.jobs.ts handlers in worker/).',
      from: { path: '^src/(web|api|cli|worker)/|^src/app\\.ts' },
      to: { path: '^src/domain/[^/]+/', pathNot: ['/index\\.ts$', '\\.jobs\\.ts$', '/handle-[a-z-]+\\.ts$'] },
    },
    ...line,
    {
      name: 'platform-below',
      severity: 'error',
      comment: 'Adapters know the kernel, and tables where they must; never a face.',
      from: { path: '^src/platform/' },
      to: { path: '^src/(app|web|api|cli|worker|main)' },
    },
    {
      name: 'faces-apart',
      severity: 'error',
      comment: 'A face does not call another face (messages in web/locales are for all).',
      from: { path: '^src/(web|api|worker)/' },
      to: { path: '^src/(cli|worker)/', pathNot: '^src/worker/' },
    },
    only(
      'sqlite-in-its-room',
      'Only platform/db opens the database.',
      'node_modules/better-sqlite3',
      '^src/platform/db/',
    ),
    only('s3-in-its-room', 'Only platform/blobs speaks S3.', 'node_modules/@aws-sdk', '^src/platform/blobs/'),
    only(
      'fluent-ffmpeg-in-its-room',
      'fluent-ffmpeg stays behind engine/ffmpeg/run.ts.',
      'node_modules/(@types/)?fluent-ffmpeg',
      '^src/engine/ffmpeg/run\\.ts$',
    ),
    only(
      'processes-in-their-room',
      'One place starts processes: engine/ffmpeg/.',
      '^(node:)?child_process$',
      '^src/engine/ffmpeg/(run|sandbox|spawn)[^/]*\\.ts$',
    ),
    only(
      'threads-in-their-room',
      'Work that would hold up the pages goes to the thread of engine/senses.',
      '^(node:)?worker_threads$',
      '^src/engine/senses/',
    ),
    only(
      'graphics-in-their-room',
      'Letters are shaped and rastered in engine/graphics.',
      'node_modules/(harfbuzzjs|@resvg)',
      '^src/engine/graphics/',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
